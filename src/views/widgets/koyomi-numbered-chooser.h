#pragma once

#include "koyomi-chooser.h"
#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A chooser of the rows of a table that have a number, such as controls, audits and incidents. @number: that field, which says the table. The
 * workspace is to live as long as the chooser. */
GtkWidget *koyomi_numbered_chooser_new  (KoyomiWorkspace *workspace,
                                         const char      *caption,
                                         int              number,
                                         const char      *none);
void       koyomi_numbered_chooser_show (KoyomiChooser   *self,
                                         KoyomiWorkspace *workspace,
                                         int              number,
                                         gint64           id);

G_END_DECLS
