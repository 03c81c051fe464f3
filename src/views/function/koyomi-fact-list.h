#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A heading over rows that say what the plan knows of something. A row leads to what it names, where there is a view of that.
 *
 * Emits "activated" (gint64) with the target of a row that is chosen. */
#define KOYOMI_TYPE_FACT_LIST (koyomi_fact_list_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiFactList, koyomi_fact_list, KOYOMI, FACT_LIST, GtkWidget)

GtkWidget *koyomi_fact_list_new  (const char     *name,
                                  const char     *none);
void       koyomi_fact_list_add  (KoyomiFactList *self,
                                  const char     *title,
                                  const char     *details,
                                  const char     *value,
                                  gint64          target);
void       koyomi_fact_list_show (KoyomiFactList *self,
                                  const char     *heading);

G_END_DECLS
