#pragma once

#include "devices/Printer.h"

#include <QThreadPool>

namespace foyer {

/// Keeps what it is given as PDF files in a folder, one after the other, instead of paper.
class SimulatedPrinter final : public Printer
{
    Q_OBJECT
public:
    explicit SimulatedPrinter(const QString &folder, QObject *parent = nullptr);
    ~SimulatedPrinter() override; ///< what is in its queue is still printed

    void print(const PrintJob &job) override;

private:
    Done write(const PrintJob &job, int number) const;

    QString m_folder;
    int m_count = 0;
    QThreadPool m_thread; ///< of one: papers keep their order
};

} // namespace foyer
