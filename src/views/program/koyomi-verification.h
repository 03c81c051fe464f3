#pragma once

#include <gtk/gtk.h>

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What was found: @head is the last entry that was read; @error is NULL when all is well, and @bad_seq else the first entry that is not as it was
 * written, or 0. */
typedef void (*KoyomiVerifiedFunc) (const KoyomiEntry *head,
                                    gint64             bad_seq,
                                    const GError      *error,
                                    gpointer           data);

void koyomi_verification_run (GtkWindow          *parent,
                              KoyomiSession      *session,
                              KoyomiLanguage      language,
                              const char         *printed,
                              KoyomiVerifiedFunc  verified,
                              GObject            *object);

G_END_DECLS
