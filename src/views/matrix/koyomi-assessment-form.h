#pragma once

#include <gtk/gtk.h>

#include "koyomi-maturity-table.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* How well a function is done in one way, in-house or outsourced: level and goal, who found that out and when, and why. Each field is
 * written as soon as it is left. */
#define KOYOMI_TYPE_ASSESSMENT_FORM (koyomi_assessment_form_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiAssessmentForm, koyomi_assessment_form, KOYOMI, ASSESSMENT_FORM, GtkWidget)

GtkWidget  *koyomi_assessment_form_new  (KoyomiWorkspace         *workspace,
                                         KoyomiExecution          mode);
void        koyomi_assessment_form_show (KoyomiAssessmentForm    *self,
                                         gint64                   function,
                                         const KoyomiAssessment  *assessment);

G_END_DECLS
