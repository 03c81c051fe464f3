#include "koyomi-part-list.h"

struct _KoyomiPartList
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *box;
  GtkWidget       *head;
  GtkWidget       *count;
  GtkWidget       *hint;       /* seen while there are no rows */
  GtkWidget       *rows;
  GtkWidget       *foot;
  const char      *actions[KOYOMI_N_PART_KEYS];   /* NULL for a key that does nothing */
  gint64           focus;      /* the row that had the focus when the rows went; 0 for none */
  int              focus_index;
};

G_DEFINE_FINAL_TYPE (KoyomiPartList, koyomi_part_list, GTK_TYPE_WIDGET)

static void
koyomi_part_list_dispose (GObject *object)
{
  KoyomiPartList *self = KOYOMI_PART_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_part_list_parent_class)->dispose (object);
}

static void
koyomi_part_list_class_init (KoyomiPartListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_part_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_part_list_init (KoyomiPartList *self)
{
}

static void
activated_cb (KoyomiPartList *self,
              KoyomiPartRow  *row)
{
  koyomi_part_list_do (self, KOYOMI_PART_KEY_ACTIVATE, koyomi_part_row_get_id (row));
}

static GtkWidget *
make_head (KoyomiPartList *self,
           const char     *heading)
{
  GtkWidget *label = gtk_label_new (heading);

  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  self->count = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_tooltip_text (label, heading);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_box_append (GTK_BOX (self->head), label);
  gtk_box_append (GTK_BOX (self->head), self->count);

  return self->head;
}

static GtkWidget *
make_rows (KoyomiPartList *self,
           const char     *heading)
{
  self->rows = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->rows), GTK_SELECTION_NONE);
  gtk_list_box_set_activate_on_single_click (GTK_LIST_BOX (self->rows), FALSE);
  gtk_widget_add_css_class (self->rows, "koyomi-parts");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->rows), GTK_ACCESSIBLE_PROPERTY_LABEL, heading, -1);
  g_signal_connect_object (self->rows, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return self->rows;
}

static GtkWidget *
make_hint (KoyomiPartList *self,
           const char     *hint)
{
  self->hint = gtk_label_new (hint);
  gtk_label_set_xalign (GTK_LABEL (self->hint), 0);
  gtk_label_set_wrap (GTK_LABEL (self->hint), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->hint), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->hint, "caption");
  gtk_widget_add_css_class (self->hint, "dim-label");

  return self->hint;
}

/**
 * koyomi_part_list_new:
 * @heading: translated; also what the list is called
 * @hint: what stands there while there is nothing, translated
 */
GtkWidget *
koyomi_part_list_new (KoyomiWorkspace *workspace,
                      const char      *heading,
                      const char      *hint)
{
  KoyomiPartList *self = g_object_new (KOYOMI_TYPE_PART_LIST, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_sensitive (self->foot, koyomi_workspace_can_edit (workspace));
  gtk_box_append (GTK_BOX (self->box), make_head (self, heading));
  gtk_box_append (GTK_BOX (self->box), make_hint (self, hint));
  gtk_box_append (GTK_BOX (self->box), make_rows (self, heading));
  gtk_box_append (GTK_BOX (self->box), self->foot);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* @action: takes the id of a row; a literal */
void
koyomi_part_list_set_key (KoyomiPartList *self,
                          KoyomiPartKey   key,
                          const char     *action)
{
  g_return_if_fail (KOYOMI_IS_PART_LIST (self) && key < KOYOMI_N_PART_KEYS);

  self->actions[key] = action;
}

/* Does with the row @id what the key is for. */
void
koyomi_part_list_do (KoyomiPartList *self,
                     KoyomiPartKey   key,
                     gint64          id)
{
  g_return_if_fail (KOYOMI_IS_PART_LIST (self) && key < KOYOMI_N_PART_KEYS);

  if (self->actions[key] != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), self->actions[key], "x", id);
}

/* @text: beside the heading, such as 7 / 12 */
void
koyomi_part_list_set_count (KoyomiPartList *self,
                            const char     *text)
{
  gtk_label_set_label (GTK_LABEL (self->count), text);
}

/* Puts a button beside the heading. */
void
koyomi_part_list_add_header (KoyomiPartList *self,
                             GtkWidget      *widget)
{
  gtk_box_append (GTK_BOX (self->head), widget);
}

/* Puts below the rows how one is added: it is insensitive in a plan that is read only. */
void
koyomi_part_list_add_footer (KoyomiPartList *self,
                             GtkWidget      *widget)
{
  gtk_box_append (GTK_BOX (self->foot), widget);
}

/* Begins to fill the list anew; koyomi_part_list_show() ends that. */
void
koyomi_part_list_clear (KoyomiPartList *self)
{
  GtkWidget *row;
  int index = 0;

  self->focus = 0;
  for (row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row), index++)
    if (KOYOMI_IS_PART_ROW (row) && koyomi_part_row_holds_focus (KOYOMI_PART_ROW (row)))
      {
        self->focus = koyomi_part_row_get_id (KOYOMI_PART_ROW (row));
        self->focus_index = index;
      }

  while ((row = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->rows), row);
}

/* @row: a KoyomiPartRow, of which all is said */
void
koyomi_part_list_take (KoyomiPartList *self,
                       GtkWidget      *row)
{
  koyomi_part_row_finish (KOYOMI_PART_ROW (row), koyomi_workspace_tr (self->workspace, "What can be done with it"),
                          koyomi_workspace_tr (self->workspace, ", "));
  gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
}

/* The row that had the focus gets it again, or the one that has come to its place. */
static void
restore_focus (KoyomiPartList *self,
               int             n_rows)
{
  GtkWidget *row;

  for (row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (koyomi_part_row_get_id (KOYOMI_PART_ROW (row)) == self->focus)
      {
        gtk_widget_grab_focus (row);
        return;
      }

  if (n_rows > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), MIN (self->focus_index, n_rows - 1))));
  else
    gtk_widget_child_focus (self->foot, GTK_DIR_TAB_FORWARD);
}

/* Gives the row the focus, where it is there. */
void
koyomi_part_list_focus (KoyomiPartList *self,
                        gint64          id)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->rows); row != NULL; row = gtk_widget_get_next_sibling (row))
    if (KOYOMI_IS_PART_ROW (row) && koyomi_part_row_get_id (KOYOMI_PART_ROW (row)) == id)
      gtk_widget_grab_focus (row);
}

/* Ends what koyomi_part_list_clear() began. */
void
koyomi_part_list_show (KoyomiPartList *self)
{
  int n_rows = 0;

  while (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->rows), n_rows) != NULL)
    n_rows++;
  gtk_widget_set_visible (self->hint, n_rows == 0);
  gtk_widget_set_visible (self->rows, n_rows > 0);
  if (self->focus != 0)
    restore_focus (self, n_rows);
}
