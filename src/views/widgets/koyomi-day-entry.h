#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* A day, typed (koyomi-day-input.h says how) or chosen in a calendar. What is typed is a draft until it is handed in, and stays one
 * when it is no day.
 *
 * Signals:
 *   "commit" (day) → gboolean: a day is handed in, or %KOYOMI_DAY_NONE where the day is optional; FALSE leaves it a draft */
#define KOYOMI_TYPE_DAY_ENTRY (koyomi_day_entry_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiDayEntry, koyomi_day_entry, KOYOMI, DAY_ENTRY, GtkWidget)

GtkWidget  *koyomi_day_entry_new           (const char       *caption,
                                            KoyomiLanguage    language);
GtkWidget  *koyomi_day_entry_get_input     (KoyomiDayEntry   *self);
void        koyomi_day_entry_set_optional  (KoyomiDayEntry   *self,
                                            gboolean          is_optional);
void        koyomi_day_entry_set_reference (KoyomiDayEntry   *self,
                                            guint32           reference);
void        koyomi_day_entry_set_message   (KoyomiDayEntry   *self,
                                            const char       *message);

guint32     koyomi_day_entry_get_day       (KoyomiDayEntry   *self);
void        koyomi_day_entry_show_day      (KoyomiDayEntry   *self,
                                            guint32           day);
void        koyomi_day_entry_replace_day   (KoyomiDayEntry   *self,
                                            guint32           day);
gboolean    koyomi_day_entry_commit        (KoyomiDayEntry   *self);

G_END_DECLS
