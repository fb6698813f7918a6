#include "domain/Refusal.h"
#include "domain/Right.h"
#include "domain/Tender.h"
#include "domain/Visit.h"

#include <QSet>
#include <QtTest>

using namespace foyer;
using namespace Qt::StringLiterals;

class EnumNameTest : public QObject
{
    Q_OBJECT

    template <typename Enum>
    static void everyNameUpTo(Enum last)
    {
        QSet<QString> names;
        for (int i = 0; i <= int(last); ++i) {
            const QString name = nameOf(static_cast<Enum>(i));
            QVERIFY2(!name.isEmpty(), qPrintable(QString::number(i)));
            names << name;
        }
        QCOMPARE(names.size(), int(last) + 1);
        QCOMPARE(nameOf(static_cast<Enum>(int(last) + 1)), QString()); // one added behind `last` must be added here
    }

private Q_SLOTS:
    void anEnumeratorIsNamedAsInTheSource()
    {
        QCOMPARE(nameOf(Refusal::SeatTaken), u"SeatTaken"_s);
        QCOMPARE(nameOf(SeatState::Quarantined), u"Quarantined"_s);
        QCOMPARE(nameOf(Step::OutOfService), u"OutOfService"_s);
    }

    void everyRefusalFaultStepAndEventHasANameOfItsOwn()
    {
        everyNameUpTo(Refusal::PerformanceHasSales);
        everyNameUpTo(InputFault::WindowReversed);
        everyNameUpTo(Step::StaffEnrol);
        everyNameUpTo(VisitEvent::EnrolWanted);
    }

    void numbersWithoutAnEnumeratorHaveNoName()
    {
        QCOMPARE(nameOf(TenderState(0)), QString());
        QCOMPARE(nameOf(TenderState(255)), QString());
        QCOMPARE(nameOf(Refusal(-1)), QString());
    }
};

QTEST_GUILESS_MAIN(EnumNameTest)
#include "EnumNameTest.moc"
