#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* The first page of a plan: how the year goes, what the next committee waits for, who has to do something, and what comes. It is read in
 * passing while it is seen.
 *
 * Actions: overview.show-rows (s: a list of koyomi-overview-lists.h), overview.show-variance, overview.prepare-report. */
#define KOYOMI_TYPE_OVERVIEW_VIEW (koyomi_overview_view_get_type ())
G_DECLARE_FINAL_TYPE (KoyomiOverviewView, koyomi_overview_view, KOYOMI, OVERVIEW_VIEW, GtkWidget)

GtkWidget *koyomi_overview_view_new       (KoyomiWorkspace    *workspace) G_GNUC_WARN_UNUSED_RESULT;
void       koyomi_overview_view_take_over (KoyomiOverviewView *self,
                                           KoyomiOverviewView *other);

G_END_DECLS
