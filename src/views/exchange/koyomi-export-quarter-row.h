#pragma once

#include <adwaita.h>

#include "koyomi-fiscal-year.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* Rows of an export dialog from which something is chosen: a quarter, the present one first, or anything. */
AdwComboRow      *koyomi_export_choice_row_new       (AdwPreferencesGroup *group,
                                                      const char          *title,
                                                      GtkStringList       *names) G_GNUC_WARN_UNUSED_RESULT;
AdwComboRow      *koyomi_export_quarter_row_new      (AdwPreferencesGroup *group,
                                                      KoyomiWorkspace     *workspace,
                                                      guint32              day) G_GNUC_WARN_UNUSED_RESULT;
KoyomiFiscalYear  koyomi_export_quarter_row_get      (AdwComboRow         *self,
                                                      KoyomiWorkspace     *workspace,
                                                      int                 *quarter);
char             *koyomi_export_quarter_row_dup_name (AdwComboRow         *self,
                                                      KoyomiWorkspace     *workspace,
                                                      KoyomiLanguage       language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
