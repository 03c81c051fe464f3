#pragma once

#include "koyomi-audit-pane.h"

G_BEGIN_DECLS

/* The controls of Annex A as squares or as the statement of applicability, beside the one that is chosen. */
#define KOYOMI_TYPE_CONTROLS_PAGE (koyomi_controls_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiControlsPage, koyomi_controls_page, KOYOMI, CONTROLS_PAGE, KoyomiAuditPane)

GtkWidget *koyomi_controls_page_new    (KoyomiWorkspace    *workspace);
void       koyomi_controls_page_choose (KoyomiControlsPage *self,
                                        gint64              control);

G_END_DECLS
