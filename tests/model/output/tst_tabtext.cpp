// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/output/tabtext.h"

#include "tests/support/testlog.h"

#include <QTest>

using namespace TmgLens;
using namespace TmgLens::Test;

class TestTabText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderOfRecordsAndColumns();
    void leavesMissingCellsEmpty();
    void replacesControlCharacters();
    void keepsCharactersOfTwoHalves();
    void stops();
};

void TestTabText::keepsOrderOfRecordsAndColumns()
{
    const RecordIndex index = indexOf(webLog({"200", "12209", "304"}));
    const std::vector<quint32> records = {2, 0};
    const std::vector<int> columns = {5, 0};
    QCOMPARE(recordsAsText(index, records, columns, {}).value(), "304\t10.0.0.2\n200\t10.0.0.0\n");
}

void TestTabText::leavesMissingCellsEmpty()
{
    const RecordIndex index = indexOf(webLog({"200"}) + "10.0.0.9\tshort\r\n");
    const std::vector<quint32> records = {1};
    const std::vector<int> columns = {1, 4, 5};
    QCOMPARE(recordsAsText(index, records, columns, {}).value(), "short\t\t\n");
}

void TestTabText::replacesControlCharacters()
{
    QByteArray record = webRecord(1, "200");
    record.replace("user1", "a\vb\xC3\xA4");
    const RecordIndex index = indexOf(webHeader + record + "\r\n");
    const std::vector<quint32> records = {0};
    const std::vector<int> columns = {1};
    QCOMPARE(recordsAsText(index, records, columns, {}).value(), "a b\xC3\xA4\n");
}

void TestTabText::keepsCharactersOfTwoHalves()
{
    QByteArray record = webRecord(1, "200");
    record.replace("user1", "😀 𠮷");
    const RecordIndex index = indexOf(webHeader + record + "\r\n");
    const std::vector<quint32> records = {0};
    const std::vector<int> columns = {1};
    QCOMPARE(recordsAsText(index, records, columns, {}).value(), "😀 𠮷\n");
}

void TestTabText::stops()
{
    const RecordIndex index = indexOf(webLog({"200", "304"}));
    const std::vector<quint32> records = {0, 1};
    const std::vector<int> columns = {5};
    std::stop_source source;
    source.request_stop();
    QCOMPARE(recordsAsText(index, records, columns, source.get_token()).value(), QByteArray());
}

QTEST_GUILESS_MAIN(TestTabText)

#include "tst_tabtext.moc"
