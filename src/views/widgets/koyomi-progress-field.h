#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How far something has come, in percent: drawn along a scale or typed. Handed in once the scale has come to rest.
 *
 * Signals:
 *   "commit" (percent) → gboolean: FALSE shows the old one again */
#define KOYOMI_TYPE_PROGRESS_FIELD (koyomi_progress_field_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiProgressField, koyomi_progress_field, KOYOMI, PROGRESS_FIELD, GtkWidget)

GtkWidget  *koyomi_progress_field_new          (const char           *caption);
void        koyomi_progress_field_show_percent (KoyomiProgressField  *self,
                                                int                   percent,
                                                gboolean              is_other);
void        koyomi_progress_field_commit       (KoyomiProgressField  *self);

G_END_DECLS
