// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/files/filepanel.h"

#include "model/output/harmlesstext.h"
#include "model/set/samelog.h"
#include "ui/look/listaction.h"

#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

namespace TmgLens {

using namespace Qt::StringLiterals;

FilePanel::FilePanel(QWidget* parent)
    : QWidget(parent)
    , m_tree(new QTreeView(this))
    , m_findingArea(new QWidget(this))
    , m_findingTitle(new QLabel(m_findingArea))
    , m_findings(new QListWidget(m_findingArea))
    , m_hideDuplicates(new QPushButton(tr("&Hide the copies"), m_findingArea))
{
    setObjectName(u"filePanel"_s);
    setAccessibleName(tr("Logs"));
    setFocusProxy(m_tree);
    auto* parts = new QSplitter(this);
    parts->addWidget(m_tree);
    parts->addWidget(m_findingArea);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 1);
    parts->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(parts);
    setupTree();
    setupFindings();
    setupActions();
    connect(&m_members, &SetMemberModel::hiddenFilesChanged, this, &FilePanel::hiddenFilesChanged);
    showFindings();
}

void FilePanel::setupTree()
{
    m_tree->setObjectName(u"fileList"_s);
    m_tree->setAccessibleName(tr("Logs"));
    m_tree->setModel(&m_members);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_tree->header()->setStretchLastSection(false);
    const QFontMetrics metrics = m_tree->fontMetrics();
    const auto setWidth = [&](int section, const QString& text) {
        m_tree->header()->resizeSection(section, metrics.horizontalAdvance(text));
    };
    setWidth(SetMemberModel::Name, u"ISALOG_20100512_WEB_000.w3c.zip    "_s);
    setWidth(SetMemberModel::Kind, u"web proxy, w3c   "_s);
    setWidth(SetMemberModel::First, u"0000-00-00 00:00:00  "_s);
    setWidth(SetMemberModel::Last, u"0000-00-00 00:00:00  "_s);
    setWidth(SetMemberModel::Records, u"000,000,000  "_s);
    connect(m_tree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FilePanel::updateActions);
}

void FilePanel::setupFindings()
{
    m_findings->setObjectName(u"setFindings"_s);
    m_findings->setAccessibleName(tr("What is missing or there twice"));
    m_findings->setFrameShape(QFrame::NoFrame);
    m_findings->setWordWrap(true);
    m_findingTitle->setMargin(4);
    m_findingTitle->setBuddy(m_findings);
    m_hideDuplicates->setObjectName(u"hideDuplicates"_s);
    connect(m_hideDuplicates, &QPushButton::clicked, this, &FilePanel::hideDuplicates);
    auto* column = new QVBoxLayout(m_findingArea);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_findingTitle);
    column->addWidget(m_findings, 1);
    column->addWidget(m_hideDuplicates, 0, Qt::AlignLeft);
}

void FilePanel::setupActions()
{
    const auto add = [this](const char* name, const QString& text, const QKeySequence& keys, auto&& whenTriggered) {
        QAction* action = addListAction(m_tree, name, text, keys);
        connect(action, &QAction::triggered, this, whenTriggered);
        return action;
    };
    m_showOnly = add("showOnlyFiles", tr("Show &only these"), {}, [this] { showOnlySelected(); });
    add("showAllFiles", tr("Show &all"), {}, [this] { m_members.setHiddenFiles({}); });
    add("addFiles", tr("A&dd logs…"), {}, [this] { Q_EMIT addRequested(); });
    m_remove = add("removeFiles", tr("&Remove from the window"), QKeySequence::Delete,
                   [this] { Q_EMIT removalRequested(selectedPaths()); });
    updateActions();
}

void FilePanel::setMembers(const std::vector<SetMember>& members)
{
    m_members.setMembers(members);
    m_gaps = findGaps(members);
    m_duplicates.clear();
    showFindings();
    updateActions();
    lookForDuplicates();
}

void FilePanel::lookForDuplicates()
{
    const auto compare = [members = m_members.members()](const std::stop_token& stop) {
        return std::expected<std::vector<SetFinding>, LoadError>(findDuplicates(members, stop));
    };
    m_comparison.start(this, compare, [this](const auto& duplicates) {
        if (!duplicates)
            return; // of memory there is too little even for two pieces: the records are there all the same
        m_duplicates = *duplicates;
        showFindings();
    });
}

void FilePanel::showFindings()
{
    m_findings->clear();
    const std::vector<SetFinding> findings = withDuplicates(m_gaps, m_duplicates);
    for (const SetFinding& finding : findings)
        m_findings->addItem(harmlessText(describeSetFinding(finding, m_members.members())));
    m_findingTitle->setText(tr("To note: %1").arg(findings.size()));
    m_hideDuplicates->setVisible(!m_duplicates.empty());
    m_findingArea->setVisible(!findings.empty());
}

void FilePanel::hideDuplicates()
{
    QStringList hidden = m_members.hiddenFiles();
    for (const SetFinding& duplicate : m_duplicates)
        hidden += m_members.members()[duplicate.members.front()].path;
    m_members.setHiddenFiles(hidden);
}

void FilePanel::showOnlySelected()
{
    const QStringList shown = selectedPaths();
    QStringList hidden;
    for (const SetMember& member : m_members.members())
        if (member.records > 0 && !shown.contains(member.path))
            hidden += member.path;
    m_members.setHiddenFiles(hidden);
}

void FilePanel::updateActions()
{
    const bool hasSelection = m_tree->selectionModel()->hasSelection();
    m_showOnly->setEnabled(hasSelection);
    m_remove->setEnabled(hasSelection && selectedPaths().size() < m_members.rowCount());
}

QStringList FilePanel::selectedPaths() const
{
    QStringList paths;
    const QModelIndexList rows = m_tree->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        paths += m_members.members()[std::size_t(row.row())].path;
    return paths;
}

} // namespace TmgLens
