#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* How a view that scrolls itself makes widgets for what is in sight. @index counts that from 0.
 *
 * @shows: whether @child shows this already
 * @fits: whether it could; NULL where any can
 * @bind: @fresh where @child does not show it yet, or what it shows has changed */
typedef struct
{
  gboolean    (*shows) (GtkWidget *view,
                        GtkWidget *child,
                        guint      index);
  gboolean    (*fits)  (GtkWidget *view,
                        GtkWidget *child,
                        guint      index);
  GtkWidget  *(*make)  (GtkWidget *view,
                        guint      index);
  void        (*bind)  (GtkWidget *view,
                        GtkWidget *child,
                        guint      index,
                        gboolean   fresh);
} KoyomiViewPool;

void  koyomi_view_pool_fill (const KoyomiViewPool  *self,
                             GtkWidget             *view,
                             GPtrArray            **children,
                             guint                  n,
                             gboolean               again);

G_END_DECLS
