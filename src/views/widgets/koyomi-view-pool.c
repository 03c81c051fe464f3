#include "koyomi-view-pool.h"

/* Returns: (transfer none) (nullable): the one out of @old that shows what is wanted */
static GtkWidget *
take (const KoyomiViewPool *self,
      GtkWidget            *view,
      GPtrArray            *old,
      guint                 index)
{
  for (guint i = 0; i < old->len; i++)
    if (self->shows (view, g_ptr_array_index (old, i), index))
      return g_ptr_array_steal_index_fast (old, i);

  return NULL;
}

/* Takes one that nobody would miss, else a new one. */
static GtkWidget *
recycle (const KoyomiViewPool *self,
         GtkWidget            *view,
         GPtrArray            *old,
         guint                 index)
{
  GtkWidget *child;

  for (guint i = 0; i < old->len; i++)
    if (g_ptr_array_index (old, i) != gtk_widget_get_focus_child (view) &&
        (self->fits == NULL || self->fits (view, g_ptr_array_index (old, i), index)))
      return g_ptr_array_steal_index_fast (old, i);

  child = self->make (view, index);
  gtk_widget_set_parent (child, view);

  return child;
}

static void
remove_children (GtkWidget *view,
                 GPtrArray *old)
{
  for (guint i = 0; i < old->len; i++)
    {
      if (g_ptr_array_index (old, i) == gtk_widget_get_focus_child (view))
        gtk_widget_grab_focus (view);
      gtk_widget_unparent (g_ptr_array_index (old, i));
    }
}

static void
keep_order (GtkWidget *view,
            GPtrArray *children)
{
  GtkWidget *before = NULL;

  for (guint i = 0; i < children->len; i++)
    {
      GtkWidget *child = g_ptr_array_index (children, i);

      if (gtk_widget_get_prev_sibling (child) != before)
        gtk_widget_insert_after (child, view, before);
      before = child;
    }
}

/* Makes @children the widgets of the @n things in sight. What was in sight keeps its widget, and with it the focus; the others are taken for
 * what has come. @again: what is shown has changed */
void
koyomi_view_pool_fill (const KoyomiViewPool  *self,
                       GtkWidget             *view,
                       GPtrArray            **children,
                       guint                  n,
                       gboolean               again)
{
  g_autoptr(GPtrArray) old = g_steal_pointer (children);

  *children = g_ptr_array_new ();
  g_ptr_array_set_size (*children, n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_index (*children, i) = take (self, view, old, i);

  for (guint i = 0; i < n; i++)
    {
      gboolean is_new = g_ptr_array_index (*children, i) == NULL;

      if (is_new)
        g_ptr_array_index (*children, i) = recycle (self, view, old, i);
      self->bind (view, g_ptr_array_index (*children, i), i, is_new || again);
    }

  remove_children (view, old);
  keep_order (view, *children);
}
