#pragma once

#include <gtk/gtk.h>

#include "koyomi-language.h"

G_BEGIN_DECLS

/* A first day and a length in days.
 *
 * Signals:
 *   "changed" (): one of them is another */
#define KOYOMI_TYPE_SPAN_FIELD (koyomi_span_field_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiSpanField, koyomi_span_field, KOYOMI, SPAN_FIELD, GtkWidget)

GtkWidget  *koyomi_span_field_new           (KoyomiLanguage    language);
void        koyomi_span_field_set_minimum   (KoyomiSpanField  *self,
                                             guint32           minimum);
void        koyomi_span_field_give_length   (KoyomiSpanField  *self,
                                             const char       *text);
void        koyomi_span_field_show          (KoyomiSpanField  *self,
                                             guint32           first_day,
                                             int               length);
guint32     koyomi_span_field_get_first_day (KoyomiSpanField  *self);
int         koyomi_span_field_get_length    (KoyomiSpanField  *self);
gboolean    koyomi_span_field_commit        (KoyomiSpanField  *self);

G_END_DECLS
