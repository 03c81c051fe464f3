#pragma once

#include <gtk/gtk.h>

#include "koyomi-maturity-table.h"

G_BEGIN_DECLS

/* A function in a list: its name, its level and goal, and who has assessed it when. */
#define KOYOMI_TYPE_MATURITY_LINE (koyomi_maturity_line_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiMaturityLine, koyomi_maturity_line, KOYOMI, MATURITY_LINE, GtkListBoxRow)

GtkWidget  *koyomi_maturity_line_new     (void);
void        koyomi_maturity_line_show    (KoyomiMaturityLine       *self,
                                          const KoyomiMaturityRow  *row,
                                          KoyomiLanguage            language);
gint64      koyomi_maturity_line_get_function (KoyomiMaturityLine  *self);
gboolean    koyomi_maturity_line_matches (KoyomiMaturityLine       *self,
                                          const char               *folded_query);

char       *koyomi_maturity_line_name_function (KoyomiRecord       *function) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
