#pragma once

#include <gtk/gtk.h>

#include "koyomi-workspace.h"

G_BEGIN_DECLS

/* A view of a plan, as the sidebar offers it. take_over () shows what another view of the same plan shows, go_to_panel () gives the focus to
 * what stands beside it, and tells whether anything does; what may be NULL is so where there is no such thing. */
typedef struct
{
  const char  *name;    /* that the setting "last-view" keeps */
  const char  *title;
  const char  *icon;
  GtkWidget *(*create) (KoyomiWorkspace *workspace);
  void (*take_over) (GtkWidget *view,
                     GtkWidget *other);
  gboolean (*go_to_panel) (GtkWidget *view);
  void (*attach_badge) (GtkLabel        *badge,
                        KoyomiWorkspace *workspace);
  gboolean tells_attention;   /* the view tells itself what the sidebar says needs attention */
} KoyomiPlanPage;

/* In the order of the sidebar, and of their keys. */
extern const KoyomiPlanPage koyomi_plan_pages[];
extern const int koyomi_n_plan_pages;

const KoyomiPlanPage *koyomi_plan_page_find       (const char           *name);
GtkWidget            *koyomi_plan_page_create_row (const KoyomiPlanPage *self,
                                                   KoyomiWorkspace      *workspace) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
