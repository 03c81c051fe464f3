#pragma once

#include "koyomi-chooser.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Choosers of the rows of a plan. The workspace is to live as long as the chooser. */
GtkWidget  *koyomi_function_chooser_new           (KoyomiWorkspace  *workspace,
                                                   const char       *caption);
void        koyomi_function_chooser_show_function (KoyomiChooser    *self,
                                                   KoyomiWorkspace  *workspace,
                                                   gint64            function);
GtkWidget  *koyomi_team_chooser_new               (KoyomiWorkspace  *workspace,
                                                   const char       *caption);
void        koyomi_team_chooser_show_team         (KoyomiChooser    *self,
                                                   KoyomiWorkspace  *workspace,
                                                   gint64            team);
GtkWidget  *koyomi_person_chooser_new             (KoyomiWorkspace  *workspace,
                                                   const char       *caption);
void        koyomi_person_chooser_show_person     (KoyomiChooser    *self,
                                                   KoyomiWorkspace  *workspace,
                                                   gint64            person);

GtkWidget  *koyomi_metric_chooser_new             (KoyomiWorkspace  *workspace,
                                                   const char       *caption);
void        koyomi_metric_chooser_show_metric     (KoyomiChooser    *self,
                                                   KoyomiWorkspace  *workspace,
                                                   gint64            metric);
GtkWidget  *koyomi_activity_chooser_new           (KoyomiWorkspace  *workspace,
                                                   const char       *caption);
GtkWidget  *koyomi_evidence_chooser_new           (KoyomiWorkspace  *workspace,
                                                   const char       *caption);

G_END_DECLS
