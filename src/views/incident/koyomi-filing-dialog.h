#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Asks when a report was sent, and for its receipt; of a late one why. And until when a report without a limit is to be sent. */
void koyomi_filing_dialog_present     (GtkWindow        *parent,
                                       KoyomiWorkspace  *workspace,
                                       gint64            incident,
                                       gint64            clock);
void koyomi_report_due_dialog_present (GtkWindow        *parent,
                                       KoyomiWorkspace  *workspace,
                                       gint64            incident,
                                       gint64            clock);

G_END_DECLS
