// SPDX-FileCopyrightText: 2026 The TMGLens authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/look/icons.h"

#include <QBuffer>
#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QImageReader>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>

namespace TmgLens {

using namespace Qt::StringLiterals;

namespace {

QString resourcePath(QLatin1StringView name)
{
    return u":/tmglens/icons/"_s + name + u".svg"_s;
}

/// Draws a one-colour SVG in the colour that text has where the icon stands.
class TextColorEngine final : public QIconEngine
{
public:
    explicit TextColorEngine(const QString& path) : m_path(path) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const double scale = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
        painter->drawPixmap(rect, scaledPixmap(rect.size(), mode, state, scale));
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    /// @p size does not depend on the screen; the pixmap has @p scale times as many pixels.
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        const QSize pixels = size * scale;
        const QColor color = textColor(mode);
        const QString key = m_path % u'|' % color.name(QColor::HexArgb) % u'|' % QString::number(pixels.width()) % u'x'
            % QString::number(pixels.height());
        QPixmap pixmap;
        if (!QPixmapCache::find(key, &pixmap)) {
            pixmap = rendered(pixels, color);
            QPixmapCache::insert(key, pixmap);
        }
        pixmap.setDevicePixelRatio(scale);
        return pixmap;
    }

    QSize actualSize(const QSize& size, QIcon::Mode, QIcon::State) override { return size; }
    QString key() const override { return u"tmglens"_s; }
    bool isNull() override { return !QFile::exists(m_path); }
    QIconEngine* clone() const override { return new TextColorEngine(m_path); }

private:
    static QColor textColor(QIcon::Mode mode)
    {
        const QPalette palette = QGuiApplication::palette();
        switch (mode) {
        case QIcon::Disabled:
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        case QIcon::Selected:
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        case QIcon::Normal:
        case QIcon::Active:
            break;
        }
        return palette.color(QPalette::Active, QPalette::WindowText);
    }

    [[nodiscard]] QPixmap rendered(const QSize& size, const QColor& color) const
    {
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly)) {
            return {};
        }
        QByteArray drawing = file.readAll().replace("currentColor", color.name().toLatin1());
        QBuffer buffer(&drawing);
        QImageReader reader(&buffer, "svg");
        reader.setBackgroundColor(Qt::transparent);
        reader.setScaledSize(size);
        return QPixmap::fromImage(reader.read());
    }

    QString m_path;
};

} // namespace

QIcon icon(QLatin1StringView name)
{
    const QString path = resourcePath(name);
    return QFile::exists(path) ? QIcon(new TextColorEngine(path)) : QIcon();
}

QIcon applicationIcon()
{
    return QIcon::fromTheme(u"tmglens"_s, QIcon(resourcePath("tmglens"_L1)));
}

} // namespace TmgLens
