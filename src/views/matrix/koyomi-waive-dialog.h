#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Accepts what breaks a rule. */
typedef gboolean (*KoyomiWaiveFunc) (gpointer         subject,
                                     KoyomiSession   *session,
                                     const char      *reason,
                                     const char      *decided_by,
                                     guint32          until_day,
                                     KoyomiLanguage   language,
                                     GError         **error);

/* Asks why what breaks a rule is accepted, by whom and until when. */
void koyomi_waive_dialog_present (GtkWindow       *parent,
                                  KoyomiWorkspace *workspace,
                                  const char      *sentence,
                                  KoyomiWaiveFunc  waive,
                                  GObject         *subject);

G_END_DECLS
