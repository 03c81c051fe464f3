#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* What the rest of the plan says of a function: its year, its maturity, incidents, findings, controls and evidence. */
#define KOYOMI_TYPE_FUNCTION_SECTIONS (koyomi_function_sections_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFunctionSections, koyomi_function_sections, KOYOMI, FUNCTION_SECTIONS, GtkWidget)

GtkWidget *koyomi_function_sections_new  (KoyomiWorkspace         *workspace);
gboolean   koyomi_function_sections_show (KoyomiFunctionSections  *self,
                                          gint64                   function,
                                          GError                 **error);

G_END_DECLS
