#include <QDirIterator>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;

/// Style as a test: what linking cannot enforce and a reviewer shouldn't have to. Reads the source tree in
/// FOYER_SOURCE.
class TidyTest : public QObject
{
    Q_OBJECT

    struct Source {
        QString path; ///< from the top of the tree
        QStringList lines;
        bool isIn(QStringView folder) const { return path.startsWith(folder); }
        QStringView name() const { return QStringView(path).mid(path.lastIndexOf(u'/') + 1); }
    };
    QDir m_top;
    QList<Source> m_sources;

    static QStringList folders()
    {
        return {u"app"_s, u"models"_s, u"ui"_s, u"tests"_s, u"resources"_s, u"installer"_s};
    }
    QStringList linesOf(const QString &path) const
    {
        QFile file(m_top.filePath(path));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).split(u'\n') : QStringList();
    }
    QStringList filesIn(const QString &folder, const QStringList &names) const
    {
        QStringList files;
        for (QDirIterator it(m_top.filePath(folder), names, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
            files << m_top.relativeFilePath(it.next());
        files.sort();
        return files;
    }

    /// A line without its comment and without what stands in quotes, which may name what code may not.
    static QString codeOf(QString line)
    {
        static const QRegularExpression quoted(u"\"(\\\\.|[^\"\\\\])*\""_s), comment(u"//.*$"_s);
        return line.replace(quoted, u"\"\""_s).remove(comment);
    }
    /// The places where `pattern` stands in code of files that `applies` chooses.
    template <typename Applies>
    QStringList places(const QString &pattern, Applies applies) const
    {
        const QRegularExpression wanted(pattern);
        QStringList found;
        for (const Source &source : m_sources)
            for (int i = 0; applies(source) && i < source.lines.size(); ++i)
                if (codeOf(source.lines[i]).contains(wanted))
                    found << u"%1:%2: %3"_s.arg(source.path).arg(i + 1).arg(source.lines[i].trimmed());
        return found;
    }
    static void verifyNone(const QStringList &found)
    {
        QVERIFY2(found.isEmpty(), qPrintable(u'\n' + found.join(u'\n')));
    }
    static bool isProduct(const Source &source) { return !source.isIn(u"tests/"); }

private Q_SLOTS:
    void initTestCase()
    {
        m_top.setPath(qEnvironmentVariable("FOYER_SOURCE"));
        QVERIFY2(m_top.exists(u"models/domain"_s), "FOYER_SOURCE must name the source tree");
        for (const QString &folder : {u"app"_s, u"models"_s, u"ui"_s, u"tests"_s})
            for (const QString &path : filesIn(folder, {u"*.cpp"_s, u"*.h"_s}))
                m_sources.append({path, linesOf(path)});
        QVERIFY(m_sources.size() > 50);
    }

    void onlyTheStorageLayerTalksToTheDatabase()
    {
        verifyNone(places(u"\\b(QSqlQuery|QSqlDatabase|sqlite3_\\w+)\\b"_s,
            [](const Source &s) { return isProduct(s) && !s.isIn(u"models/storage/"); }));
    }

    void modelsKnowNoWidgets()
    {
        verifyNone(places(
            u"\\bQWidget\\b|\\bQApplication\\b|QtWidgets"_s, [](const Source &s) { return s.isIn(u"models/"); }));
    }

    void theDomainIsQtCoreAndAHashOnly()
    {
        verifyNone(places(u"#include [\"<](storage|services|protocol|sync|devices|documents|wording|items|ui)/|"
                          "#include <(QSql|QNetwork|QPaint|QColor|QImage)"_s,
            [](const Source &s) { return s.isIn(u"models/domain/"); }));
        verifyNone(places(u"#include <[a-z]+/"_s,
            [](const Source &s) { return s.isIn(u"models/domain/") && !s.path.endsWith(u"Sha256.cpp"); }));
    }

    void theUiReachesNeitherStorageNorServicesInside()
    {
        verifyNone(places(
            u"#include \"storage/"_s, [](const Source &s) { return s.isIn(u"ui/") || s.isIn(u"models/items/"); }));
    }

    void timeComesFromTheClockOnly()
    {
        verifyNone(places(u"currentDateTime|currentSecsSinceEpoch|currentMSecsSinceEpoch|QDate::currentDate|"
                          "QTime::currentTime|system_clock|\\btime\\((nullptr|NULL|0)\\)"_s,
            [](const Source &s) { return isProduct(s) && s.path != u"models/domain/SystemClock.cpp"; }));
    }

    void settingsHaveTwoHomesAndNoThird() { verifyNone(places(u"\\bQSettings\\b"_s, isProduct)); }

    void nothingIsASingleton()
    {
        verifyNone(places(u"\\b(?!Q[A-Z])\\w+::instance\\(\\)|\\binstance\\(\\)\\s*\\{"_s, isProduct));
    }

    void sqlIsWrittenNotAssembled()
    {
        static const QRegularExpression sql(u"\\b(SELECT|INSERT|UPDATE|DELETE)\\b"_s);
        static const QRegularExpression glue(u"\\barg\\(|\"_?s? *\\+|\\+ *u?\"|QStringBuilder"_s);
        QStringList found;
        for (const Source &source : m_sources)
            for (int i = 0; source.isIn(u"models/storage/") && i < source.lines.size(); ++i)
                if (source.lines[i].contains(sql) && source.lines[i].contains(glue))
                    found << u"%1:%2: %3"_s.arg(source.path).arg(i + 1).arg(source.lines[i].trimmed());
        verifyNone(found);
    }

    /// The eight flows are the contract; the list of tests is held against it line by line.
    void everyLineOfTheFlowsHasItsStory()
    {
        constexpr std::array linesOfFlow{4, 5, 2, 3, 5, 2, 2, 8};
        QStringList missing;
        for (size_t flow = 0; flow < linesOfFlow.size(); ++flow)
            for (int line = 1; line <= linesOfFlow[flow]; ++line) {
                const QString story = u"void flow%1_%2_"_s.arg(flow + 1).arg(line);
                if (std::none_of(m_sources.begin(), m_sources.end(), [&](const Source &source) {
                        return source.isIn(u"tests/") && source.lines.join(u'\n').contains(story);
                    }))
                    missing << story;
            }
        verifyNone(missing);
    }

    void everyFolderWithFilesSaysWhatItIsFor()
    {
        QMap<QString, int> filesByFolder;
        for (const QString &folder : folders())
            for (const QString &path : filesIn(folder, {u"*.cpp"_s, u"*.h"_s, u"*.sql"_s, u"*.ts"_s, u"*.json"_s}))
                ++filesByFolder[path.left(path.lastIndexOf(u'/'))];
        QStringList found;
        for (auto it = filesByFolder.keyBegin(); it != filesByFolder.keyEnd(); ++it) {
            const QStringList lines = linesOf(*it + u"/README.md"_s);
            if (lines.isEmpty())
                found << *it + u": no README.md"_s;
            else if (lines.size() > 16)
                found << u"%1/README.md: %2 lines; about ten say enough"_s.arg(*it).arg(lines.size());
        }
        verifyNone(found);
    }

    void headersAreReadOnce()
    {
        QStringList found;
        for (const Source &source : m_sources)
            if (source.path.endsWith(u".h") && source.lines.value(0) != u"#pragma once")
                found << source.path;
        verifyNone(found);
    }

    void noFileHoldsTwoIdeas()
    {
        QStringList found;
        for (const Source &source : m_sources)
            if (isProduct(source) && source.lines.size() > 401) // the last newline counts as one
                found << u"%1: %2 lines"_s.arg(source.path).arg(source.lines.size() - 1);
        verifyNone(found);
    }

    void everyHeaderOfTheModelsSaysWhatItIsFor()
    {
        QStringList found;
        for (const Source &source : m_sources)
            if (source.isIn(u"models/") && source.path.endsWith(u".h") && source.lines.filter(u"///"_s).isEmpty())
                found << source.path;
        verifyNone(found);
    }

    void filesEndWithANewlineAndLinesWithoutSpaces()
    {
        QStringList found;
        for (const Source &source : m_sources)
            for (int i = 0; i < source.lines.size(); ++i)
                if (source.lines[i].endsWith(u' ') || source.lines[i].contains(u'\t') ||
                    source.lines[i].endsWith(u'\r') || (i + 1 == source.lines.size() && !source.lines[i].isEmpty()))
                    found << u"%1:%2"_s.arg(source.path).arg(i + 1);
        verifyNone(found);
    }

    void everyTestRunsItself()
    {
        QStringList found;
        for (const Source &source : m_sources)
            if (source.name().endsWith(u"Test.cpp") &&
                !source.lines.contains(u"#include \"%1moc\""_s.arg(source.name().chopped(3))))
                found << source.path;
        verifyNone(found);
    }
};

QTEST_GUILESS_MAIN(TidyTest)
#include "TidyTest.moc"
