#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What proves that a run was done, or what an assessment rests on: a list to open, add to and take from. */
#define KOYOMI_TYPE_EVIDENCE_SECTION (koyomi_evidence_section_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiEvidenceSection, koyomi_evidence_section, KOYOMI, EVIDENCE_SECTION, GtkWidget)

GtkWidget  *koyomi_evidence_section_new  (KoyomiWorkspace        *workspace,
                                          int                     field,
                                          const char             *hint);
void        koyomi_evidence_section_show (KoyomiEvidenceSection  *self,
                                          gint64                  row_id);

G_END_DECLS
