// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "model/set/setmembermodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace TmgLens;

class TestSetMemberModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatIsKnown();
    void hidesAndShows();
    void remembersWhatIsHidden();

private:
    const std::vector<SetMember> m_members = {
        {.name = u"a.w3c"_s,
         .path = u"/logs/a.w3c"_s,
         .layout = std::make_shared<LogLayout>(LogLayout{.kind = LogKind::Web}),
         .records = 12345,
         .malformed = 2,
         .firstTime = LogTime(std::chrono::sys_days(std::chrono::year(2010) / 5 / 12)),
         .lastTime = LogTime(std::chrono::sys_days(std::chrono::year(2010) / 5 / 13))},
        {.name = u"/logs/b\u202E.txt"_s,
         .path = u"/logs/b\u202E.txt"_s,
         .error = LoadError{.kind = LoadError::Kind::Empty, .path = u"/logs/b.txt"_s}},
    };
};

void TestSetMemberModel::showsWhatIsKnown()
{
    SetMemberModel model;
    const QAbstractItemModelTester tester(&model);
    model.setMembers(m_members);
    QStringList first;
    for (int column = 0; column < model.columnCount(); ++column)
        first += model.index(0, column).data().toString();
    QCOMPARE(first,
             (QStringList{u"a.w3c"_s, u"web proxy, w3c"_s, u"2010-05-12 00:00:00"_s, u"2010-05-13 00:00:00"_s,
                          QLocale().toString(12345), u"2"_s}));
    QCOMPARE(model.index(1, SetMemberModel::Name).data().toString(), u"/logs/b\\u202E.txt"_s);
    QCOMPARE(model.index(1, SetMemberModel::Kind).data().toString(), u"not read"_s);
    QVERIFY(!model.index(1, SetMemberModel::Name).data(Qt::CheckStateRole).isValid());
    QVERIFY(model.index(1, SetMemberModel::Name).data(Qt::ToolTipRole).toString().contains(u"b.txt"_s));
}

void TestSetMemberModel::hidesAndShows()
{
    SetMemberModel model;
    model.setMembers(m_members);
    const QSignalSpy changes(&model, &SetMemberModel::hiddenFilesChanged);
    const QModelIndex name = model.index(0, SetMemberModel::Name);
    QCOMPARE(name.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    QVERIFY(model.setData(name, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.hiddenFiles(), QStringList{u"/logs/a.w3c"_s});
    QVERIFY(!model.setData(model.index(1, SetMemberModel::Name), Qt::Unchecked, Qt::CheckStateRole));
    model.setHiddenFiles({});
    QCOMPARE(name.data(Qt::CheckStateRole).value<Qt::CheckState>(), Qt::Checked);
    QCOMPARE(changes.size(), 2);
    model.setHiddenFiles({});
    QCOMPARE(changes.size(), 2);
}

void TestSetMemberModel::remembersWhatIsHidden()
{
    SetMemberModel model;
    model.setHiddenFiles({u"/logs/a.w3c"_s, u"/logs/gone.w3c"_s}); // of the last session, before they are read
    QCOMPARE(model.hiddenFiles(), QStringList());
    model.setMembers(m_members);
    QCOMPARE(model.hiddenFiles(), QStringList{u"/logs/a.w3c"_s});
    model.setMembers({});
    model.setMembers(m_members);
    QCOMPARE(model.hiddenFiles(), QStringList());
}

QTEST_GUILESS_MAIN(TestSetMemberModel)
#include "tst_setmembermodel.moc"
