#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A caption, what a person types below it, and what is wrong with that. The text is a draft (koyomi-draft.h) until it is handed in.
 *
 * Signals:
 *   "commit" (text) → gboolean: the text is handed in; FALSE leaves it a draft */
#define KOYOMI_TYPE_TEXT_FIELD (koyomi_text_field_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiTextField, koyomi_text_field, KOYOMI, TEXT_FIELD, GtkWidget)

GtkWidget  *koyomi_text_field_new             (const char       *caption);
GtkWidget  *koyomi_text_field_new_multi_line  (const char       *caption);

GtkWidget  *koyomi_text_field_get_input       (KoyomiTextField  *self);
void        koyomi_text_field_add_suffix      (KoyomiTextField  *self,
                                               GtkWidget        *suffix);
void        koyomi_text_field_hide_caption    (KoyomiTextField  *self);
void        koyomi_text_field_set_placeholder (KoyomiTextField  *self,
                                               const char       *text);
void        koyomi_text_field_set_message     (KoyomiTextField  *self,
                                               const char       *message);

char       *koyomi_text_field_dup_text        (KoyomiTextField  *self) G_GNUC_WARN_UNUSED_RESULT;
void        koyomi_text_field_show            (KoyomiTextField  *self,
                                               const char       *text);
void        koyomi_text_field_replace         (KoyomiTextField  *self,
                                               const char       *text);
gboolean    koyomi_text_field_commit          (KoyomiTextField  *self);

G_END_DECLS
