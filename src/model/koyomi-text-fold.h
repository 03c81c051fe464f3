#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A part of a text, in bytes, @end behind it. */
typedef struct
{
  guint start;
  guint end;
} KoyomiTextPart;

/* Texts as a search compares them. */
char     *koyomi_text_fold         (const char  *text) G_GNUC_WARN_UNUSED_RESULT;
gboolean  koyomi_text_matches      (const char  *folded_text,
                                    const char  *folded_query);
char     *koyomi_text_find_missing (const char  *folded_text,
                                    const char  *folded_query) G_GNUC_WARN_UNUSED_RESULT;
GArray   *koyomi_text_find_parts   (const char  *text,
                                    const char  *folded_query) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
