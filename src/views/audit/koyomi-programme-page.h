#pragma once

#include "koyomi-audit-pane.h"

G_BEGIN_DECLS

/* The audits of three years, and which of the clauses and controls they look at. */
#define KOYOMI_TYPE_PROGRAMME_PAGE (koyomi_programme_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiProgrammePage, koyomi_programme_page, KOYOMI, PROGRAMME_PAGE, KoyomiAuditPane)

GtkWidget *koyomi_programme_page_new (KoyomiWorkspace *workspace);

G_END_DECLS
