#include "koyomi-fact-list.h"

#include <adwaita.h>

/* The row at a place shows whatever fact stands there. */
typedef struct
{
  KoyomiFactList *list;
  gint64          target;   /* 0 where it leads nowhere */
  GtkWidget      *row;
  GtkWidget      *value;
  GtkWidget      *arrow;
} Line;

struct _KoyomiFactList
{
  GtkWidget  parent_instance;

  GtkWidget *heading;
  GtkWidget *box;         /* the list box */
  GtkWidget *none;        /* its row while there is nothing */
  GPtrArray *lines;       /* (element-type Line) */
  guint      n_shown;     /* of them those that were added since it was last shown */
};

enum
{
  SIGNAL_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiFactList, koyomi_fact_list, GTK_TYPE_WIDGET)

static void
koyomi_fact_list_dispose (GObject *object)
{
  KoyomiFactList *self = KOYOMI_FACT_LIST (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->lines, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_fact_list_parent_class)->dispose (object);
}

static void
koyomi_fact_list_class_init (KoyomiFactListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_fact_list_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", KOYOMI_TYPE_FACT_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                            G_TYPE_INT64);
}

static void
koyomi_fact_list_init (KoyomiFactList *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

/**
 * koyomi_fact_list_new:
 * @name: of the list, for a screen reader; also its heading until it is shown
 * @none: what stands there while there is nothing
 */
GtkWidget *
koyomi_fact_list_new (const char *name,
                      const char *none)
{
  KoyomiFactList *self = g_object_new (KOYOMI_TYPE_FACT_LIST, NULL);

  self->heading = gtk_label_new (name);
  gtk_widget_add_css_class (self->heading, "heading");
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_label_set_wrap (GTK_LABEL (self->heading), TRUE);
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));

  self->box = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->box), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->box, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->box), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  self->none = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->none), none);
  gtk_widget_add_css_class (self->none, "dim-label");
  gtk_list_box_append (GTK_LIST_BOX (self->box), self->none);

  return GTK_WIDGET (self);
}

static void
activated_cb (Line *line)
{
  g_signal_emit (line->list, signals[SIGNAL_ACTIVATED], 0, line->target);
}

static Line *
add_line (KoyomiFactList *self)
{
  Line *line = g_new0 (Line, 1);

  line->list = self;
  line->row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (line->row), FALSE);
  g_signal_connect_swapped (line->row, "activated", G_CALLBACK (activated_cb), line);
  line->value = gtk_label_new (NULL);
  gtk_widget_add_css_class (line->value, "numeric");
  gtk_label_set_ellipsize (GTK_LABEL (line->value), PANGO_ELLIPSIZE_END);
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), line->value);
  line->arrow = gtk_image_new_from_icon_name ("go-next-symbolic");
  adw_action_row_add_suffix (ADW_ACTION_ROW (line->row), line->arrow);
  gtk_list_box_insert (GTK_LIST_BOX (self->box), line->row, self->lines->len);
  g_ptr_array_add (self->lines, line);

  return line;
}

/* What a screen reader says of the row, in one breath. */
static void
name_row (Line       *line,
          const char *title,
          const char *details,
          const char *value)
{
  GString *name = g_string_new (title);

  if (*value != '\0')
    g_string_append_printf (name, ": %s", value);
  if (*details != '\0')
    g_string_append_printf (name, ", %s", details);

  gtk_accessible_update_property (GTK_ACCESSIBLE (line->row), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
  g_string_free (name, TRUE);
}

/**
 * koyomi_fact_list_add:
 * @details: below the title; "" for none
 * @value: at the end of the row; "" for none
 * @target: what "activated" tells; 0 for a row that leads nowhere
 *
 * Adds a row to those that koyomi_fact_list_show() will show.
 */
void
koyomi_fact_list_add (KoyomiFactList *self,
                      const char     *title,
                      const char     *details,
                      const char     *value,
                      gint64          target)
{
  Line *line;

  g_return_if_fail (KOYOMI_IS_FACT_LIST (self));

  line = self->n_shown < self->lines->len ? g_ptr_array_index (self->lines, self->n_shown) : add_line (self);
  self->n_shown++;
  line->target = target;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (line->row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (line->row), details);
  gtk_label_set_label (GTK_LABEL (line->value), value);
  gtk_widget_set_visible (line->value, *value != '\0');
  gtk_widget_set_visible (line->arrow, target != 0);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (line->row), target != 0);
  name_row (line, title, details, value);
}

/* Shows the rows that were added since, in place of those before; those that stay keep the focus. */
void
koyomi_fact_list_show (KoyomiFactList *self,
                       const char     *heading)
{
  g_return_if_fail (KOYOMI_IS_FACT_LIST (self));

  while (self->lines->len > self->n_shown)
    {
      Line *line = g_ptr_array_index (self->lines, self->lines->len - 1);

      gtk_list_box_remove (GTK_LIST_BOX (self->box), line->row);
      g_ptr_array_set_size (self->lines, self->lines->len - 1);
    }
  gtk_widget_set_visible (self->none, self->lines->len == 0);
  gtk_label_set_label (GTK_LABEL (self->heading), heading);
  self->n_shown = 0;
}
