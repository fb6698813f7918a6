#pragma once

#include "services/Csv.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QFuture>
#include <QPromise>
#include <QThreadPool>

namespace foyer {

/// Writes a document as a file, whole or not at all, in a thread of its own; its folder is made.
template <typename Document>
QFuture<Done> savePdf(const Document &document, const QString &path)
{
    auto promise = std::make_shared<QPromise<Done>>();
    promise->start();
    QThreadPool::globalInstance()->start([promise, path, document] {
        QBuffer pdf;
        pdf.open(QIODevice::WriteOnly);
        Done written = document.writePdf(pdf);
        QDir().mkpath(QFileInfo(path).path());
        promise->addResult(written.ok() ? writeWhole(path, pdf.data()) : written);
        promise->finish();
    });
    return promise->future();
}

} // namespace foyer
