#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One of the rows that a chooser offers. */
#define KOYOMI_TYPE_CHOICE (koyomi_choice_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiChoice, koyomi_choice, KOYOMI, CHOICE, GObject)

KoyomiChoice *koyomi_choice_new        (gint64         id,
                                        const char    *title,
                                        const char    *detail) G_GNUC_WARN_UNUSED_RESULT;

gint64        koyomi_choice_get_id     (KoyomiChoice  *self);
const char   *koyomi_choice_get_title  (KoyomiChoice  *self);
const char   *koyomi_choice_get_detail (KoyomiChoice  *self);
gboolean      koyomi_choice_matches    (KoyomiChoice  *self,
                                        const char    *folded_query);

G_END_DECLS
