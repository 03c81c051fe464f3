#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* A day and a time of it, by the clock of the place, in a dialog that asks for both.
 *
 * Signals:
 *   "changed" (): something was typed */
#define KOYOMI_TYPE_MOMENT_LINE (koyomi_moment_line_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMomentLine, koyomi_moment_line, KOYOMI, MOMENT_LINE, GtkWidget)

GtkWidget  *koyomi_moment_line_new          (const char        *day_caption,
                                             const char        *time_caption,
                                             KoyomiLanguage     language) G_GNUC_WARN_UNUSED_RESULT;
GtkWidget  *koyomi_moment_line_get_day      (KoyomiMomentLine  *self);
GtkWidget  *koyomi_moment_line_get_time     (KoyomiMomentLine  *self);
void        koyomi_moment_line_set          (KoyomiMomentLine  *self,
                                             gint64             moment);
gint64      koyomi_moment_line_read         (KoyomiMomentLine  *self);
gboolean    koyomi_moment_line_is_empty     (KoyomiMomentLine  *self);
gboolean    koyomi_moment_line_check        (KoyomiMomentLine  *self);
void        koyomi_moment_line_set_message  (KoyomiMomentLine  *self,
                                             const char        *message);

G_END_DECLS
