#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* One committee: its name, purpose and rule, and its meetings year by year. */
#define KOYOMI_TYPE_COMMITTEE_PAGE (koyomi_committee_page_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiCommitteePage, koyomi_committee_page, KOYOMI, COMMITTEE_PAGE, GtkWidget)

GtkWidget *koyomi_committee_page_new        (KoyomiWorkspace      *workspace);
gboolean   koyomi_committee_page_show       (KoyomiCommitteePage  *self,
                                             KoyomiRecord         *committee,
                                             GError              **error);
void       koyomi_committee_page_focus_name (KoyomiCommitteePage  *self);

char      *koyomi_committee_describe_rule   (KoyomiRecord         *committee,
                                             KoyomiLanguage        language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
