// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Writes logs as a service does, and worse: `logwriter FOLDER SEED STEPS`. Before a step that destroys bytes, and at
// the end, it says how many records it has written, and waits for a line on standard input. With STEPS 0 it appends to
// the first log, a few bytes at a time, until it is killed.

#include "tests/support/testlog.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QThread>

#include <cstdio>
#include <iostream>
#include <random>

using namespace Qt::StringLiterals;
using namespace TmgLens::Test;

namespace {

class LogWriter
{
public:
    LogWriter(const QString& folder, unsigned seed) : m_folder(folder), m_random(seed) { open(); }

    bool step()
    {
        const unsigned chance = below(1000);
        if (chance < 4)
            beginNextOfDay();
        else if (chance < 6)
            beginNextDay();
        else if (chance < 8)
            beginAgain();
        else if (chance < 10)
            beginAnew();
        else if (chance < 30)
            preallocate();
        else if (chance < 33)
            goAway();
        else if (chance < 50)
            changeFields();
        else if (chance < 150)
            QThread::usleep(below(4000));
        else
            appendRecords(1 + below(3));
        return m_file.error() == QFile::NoError;
    }

    /// Says what is there, and waits until somebody has read it.
    void report() const
    {
        std::printf("%d\n", m_records);
        std::fflush(stdout);
        std::string line;
        std::getline(std::cin, line);
    }

    void appendForever()
    {
        for (m_records = int(m_random() % 80000);;)
            appendSlowly();
    }

private:
    unsigned below(unsigned end) { return unsigned(m_random() % end); }

    void open()
    {
        const QString number = QString::number(m_number).rightJustified(3, u'0');
        m_file.setFileName(m_folder + u"/ISALOG_%1_WEB_%2.w3c"_s.arg(m_day.toString(u"yyyyMMdd"_s), number));
        if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered))
            std::exit(1);
        m_end = m_file.size();
        if (m_end == 0)
            writeHeader();
    }

    /// No two logs begin alike.
    void writeHeader()
    {
        append("#Software: Microsoft Forefront Threat Management Gateway\r\n#Version: 2.0\r\n#Date: 2010-05-12 "
               + QByteArray::number(++m_headers) + "\r\n" + fieldsLine());
    }

    [[nodiscard]] QByteArray fieldsLine() const
    {
        return m_areFieldsOther ? "#Fields: date\ttime\tc-ip\tsc-status\tcs-uri\r\n"
                                : "#Fields: c-ip\tcs-username\tdate\ttime\tcs-uri\tsc-status\r\n";
    }

    void changeFields()
    {
        m_areFieldsOther = !m_areFieldsOther;
        append(fieldsLine());
    }

    QByteArray nextRecord()
    {
        const int n = m_records++;
        const QByteArray record = webRecord(n, n % 3 ? "200" : "12209");
        if (!m_areFieldsOther)
            return record + "\r\n";
        const QByteArrayList cells = record.split('\t');
        return QByteArrayList{cells[2], cells[3], cells[0], cells[5], cells[4]}.join('\t') + "\r\n";
    }

    void appendRecords(unsigned count)
    {
        for (unsigned i = 0; i < count; ++i)
            append(nextRecord());
    }

    void appendSlowly()
    {
        const QByteArray record = nextRecord();
        for (qsizetype i = 0; i < record.size(); i += 7) {
            write(record.sliced(i, std::min<qsizetype>(7, record.size() - i)));
            QThread::usleep(below(3000));
        }
    }

    /// In up to three pieces, so that somebody may see the first without the others.
    void append(QByteArray bytes)
    {
        for (unsigned cuts = below(3); cuts > 0 && !bytes.isEmpty(); --cuts) {
            const qsizetype length = qsizetype(below(unsigned(bytes.size())));
            write(bytes.first(length));
            bytes.remove(0, length);
        }
        write(bytes);
    }

    void write(const QByteArray& bytes)
    {
        m_file.seek(m_end);
        m_end += m_file.write(bytes);
    }

    void preallocate() { m_file.resize(m_end + 4096 + below(100'000)); }

    void close()
    {
        m_file.resize(m_end);
        m_file.close();
        m_areFieldsOther = false;
    }

    void beginNextOfDay()
    {
        close();
        ++m_number;
        open();
    }

    void beginNextDay()
    {
        close();
        m_number = 0;
        m_day = m_day.addDays(1);
        open();
    }

    /// In the same file.
    void beginAgain()
    {
        report();
        m_areFieldsOther = false;
        m_end = 0;
        m_file.resize(0);
        writeHeader();
    }

    /// In another file of that name.
    void beginAnew()
    {
        report();
        close();
        m_file.remove();
        open();
    }

    /// As a share does, and comes back.
    void goAway()
    {
        QDir().rename(m_folder, m_folder + u".away"_s);
        QThread::usleep(below(30'000));
        appendRecords(2);
        QDir().rename(m_folder + u".away"_s, m_folder);
    }

    QString m_folder;
    std::mt19937 m_random;
    QFile m_file;
    qint64 m_end = 0; // of what is written; NUL bytes may follow
    QDate m_day = QDate(2010, 5, 12);
    int m_number = 0;
    int m_headers = 0;
    int m_records = 0;
    bool m_areFieldsOther = false;
};

} // namespace

int main(int argc, char* argv[])
{
    if (argc != 4)
        return 2;
    const int steps = std::atoi(argv[3]);
    LogWriter writer(QString::fromLocal8Bit(argv[1]), unsigned(std::atoi(argv[2])));
    if (steps == 0)
        writer.appendForever();
    writer.report();
    for (int i = 0; i < steps; ++i)
        if (!writer.step())
            return 1;
    writer.report();
    return 0;
}
