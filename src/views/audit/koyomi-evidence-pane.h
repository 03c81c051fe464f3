#pragma once

#include <gtk/gtk.h>

#include "koyomi-evidence-register.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A piece of evidence, to be edited in place, and what it proves. */
#define KOYOMI_TYPE_EVIDENCE_PANE (koyomi_evidence_pane_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiEvidencePane, koyomi_evidence_pane, KOYOMI, EVIDENCE_PANE, GtkWidget)

GtkWidget *koyomi_evidence_pane_new  (KoyomiWorkspace          *workspace);
void       koyomi_evidence_pane_show (KoyomiEvidencePane       *self,
                                      const KoyomiEvidenceLine *line);

G_END_DECLS
