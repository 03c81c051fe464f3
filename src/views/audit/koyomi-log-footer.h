#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The state of the change log: how many changes there are, the proof of the last, which reports print, and whether all is as it was written. */
#define KOYOMI_TYPE_LOG_FOOTER (koyomi_log_footer_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiLogFooter, koyomi_log_footer, KOYOMI, LOG_FOOTER, GtkWidget)

GtkWidget *koyomi_log_footer_new  (KoyomiWorkspace   *workspace);
void       koyomi_log_footer_show (KoyomiLogFooter   *self,
                                   const KoyomiEntry *head);

G_END_DECLS
