#include "koyomi-control-map.h"

#include "koyomi-control-squares.h"
#include "koyomi-focus.h"

#define LINE_KEY "koyomi-control"
#define MOST_IN_LINE 16

struct _KoyomiControlMap
{
  GtkWidget       parent_instance;

  KoyomiLanguage  language;
  GtkWidget      *box;
  GPtrArray      *themes;      /* (element-type GtkFlowBox): from above to below */
  GPtrArray      *children;    /* (element-type GtkFlowBoxChild): of all of them */
  gint64          chosen;
  gboolean        is_updating;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiControlMap, koyomi_control_map, GTK_TYPE_WIDGET)

static gint64
get_control (GtkWidget *child)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (child), LINE_KEY);
}

static GtkWidget *
find_child (KoyomiControlMap *self,
            gint64            control)
{
  for (guint i = 0; i < self->children->len; i++)
    if (get_control (g_ptr_array_index (self->children, i)) == control)
      return g_ptr_array_index (self->children, i);

  return NULL;
}

/* The arrows of the box go on from there, unlike after gtk_widget_grab_focus(). */
static gboolean
focus_child (GtkWidget *child)
{
  return gtk_widget_has_focus (child) || gtk_widget_child_focus (child, GTK_DIR_TAB_FORWARD);
}

static gboolean
koyomi_control_map_grab_focus (GtkWidget *widget)
{
  KoyomiControlMap *self = KOYOMI_CONTROL_MAP (widget);
  GtkWidget *child = find_child (self, self->chosen);

  if (child == NULL && self->children->len > 0)
    child = g_ptr_array_index (self->children, 0);

  return child != NULL && focus_child (child);
}

static void
koyomi_control_map_dispose (GObject *object)
{
  KoyomiControlMap *self = KOYOMI_CONTROL_MAP (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->themes, g_ptr_array_unref);
  g_clear_pointer (&self->children, g_ptr_array_unref);

  G_OBJECT_CLASS (koyomi_control_map_parent_class)->dispose (object);
}

static void
koyomi_control_map_class_init (KoyomiControlMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_control_map_dispose;
  widget_class->focus = koyomi_focus_move;
  widget_class->grab_focus = koyomi_control_map_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
koyomi_control_map_init (KoyomiControlMap *self)
{
  self->themes = g_ptr_array_new ();
  self->children = g_ptr_array_new ();
}

GtkWidget *
koyomi_control_map_new (KoyomiLanguage language)
{
  KoyomiControlMap *self = g_object_new (KOYOMI_TYPE_CONTROL_MAP, NULL);

  self->language = language;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* One square is chosen among all themes. */
static void
selected_cb (KoyomiControlMap *self,
             GtkFlowBox       *theme)
{
  g_autoptr(GList) selected = gtk_flow_box_get_selected_children (theme);

  if (self->is_updating || selected == NULL)
    return;

  self->is_updating = TRUE;
  for (guint i = 0; i < self->themes->len; i++)
    if (g_ptr_array_index (self->themes, i) != theme)
      gtk_flow_box_unselect_all (g_ptr_array_index (self->themes, i));
  self->is_updating = FALSE;
  self->chosen = get_control (selected->data);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, self->chosen);
}

static void
go_to (GtkFlowBoxChild *child)
{
  gtk_flow_box_select_child (GTK_FLOW_BOX (gtk_widget_get_parent (GTK_WIDGET (child))), child);
  focus_child (GTK_WIDGET (child));
}

/* From the edge of a theme into the next, or the one before. */
static gboolean
edge_cb (KoyomiControlMap *self,
         GtkDirectionType  direction,
         GtkFlowBox       *theme)
{
  gboolean forward = direction == GTK_DIR_DOWN || direction == GTK_DIR_RIGHT;
  guint position, next;

  if (!g_ptr_array_find (self->themes, theme, &position) || (direction != GTK_DIR_UP && direction != GTK_DIR_LEFT && !forward) ||
      (next = forward ? position + 1 : position - 1) >= self->themes->len)
    return FALSE;

  theme = g_ptr_array_index (self->themes, next);
  go_to (GTK_FLOW_BOX_CHILD (forward ? gtk_widget_get_first_child (GTK_WIDGET (theme)) : gtk_widget_get_last_child (GTK_WIDGET (theme))));

  return TRUE;
}

static GtkWidget *
make_theme (KoyomiControlMap *self,
            const char       *name)
{
  GtkWidget *heading = gtk_label_new (name);
  GtkWidget *theme = gtk_flow_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "heading");
  gtk_box_append (GTK_BOX (self->box), heading);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (theme), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (theme), MOST_IN_LINE);
  gtk_flow_box_set_activate_on_single_click (GTK_FLOW_BOX (theme), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (theme), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (theme, "selected-children-changed", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (theme, "keynav-failed", G_CALLBACK (edge_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->box), theme);
  g_ptr_array_add (self->themes, theme);

  return theme;
}

static void
show_child (KoyomiControlMap        *self,
            GtkWidget               *child,
            const KoyomiControlLine *line,
            gboolean                 is_wanted)
{
  const char *code = koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE);
  g_autofree char *text = g_strdup_printf ("%s\n%s", code, koyomi_control_squares_get_glyph (line->state));
  g_autofree char *name = g_strdup_printf ("%s %s\n%s", code, koyomi_record_get_title (line->control),
                                           koyomi_control_state_get_label (line->state, self->language));
  const char *classes[] = { "koyomi-square", "koyomi-large", koyomi_control_squares_get_style (line->state), NULL };
  GtkWidget *label = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));

  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_widget_set_css_classes (label, classes);
  gtk_widget_set_opacity (label, is_wanted ? 1 : 0.2);
  gtk_widget_set_tooltip_text (child, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_child (const KoyomiControlLine *line)
{
  GtkWidget *child = gtk_flow_box_child_new ();
  GtkWidget *label = gtk_label_new (NULL);
  gint64 id = koyomi_record_get_id (line->control);

  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), label);
  g_object_set_data_full (G_OBJECT (child), LINE_KEY, g_memdup2 (&id, sizeof id), g_free);

  return child;
}

static gboolean
is_annex (const KoyomiControlLine *line)
{
  return koyomi_record_get_int (line->control, KOYOMI_CONTROL_KIND) == KOYOMI_CONTROL_KIND_ANNEX_A;
}

/* The controls of Annex A by theme, and below them the clauses. */
static void
make_children (KoyomiControlMap *self,
               GPtrArray        *lines,
               gboolean          of_annex)
{
  const char *name = NULL;
  GtkWidget *theme = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const KoyomiControlLine *line = g_ptr_array_index (lines, i);
      const char *next = of_annex ? koyomi_record_get_text (line->control, KOYOMI_CONTROL_THEME) : koyomi_tr (self->language, N_("Clauses"));
      GtkWidget *child;

      if (is_annex (line) != of_annex)
        continue;

      if (g_strcmp0 (name, next) != 0)
        theme = make_theme (self, name = next);
      child = make_child (line);
      gtk_flow_box_append (GTK_FLOW_BOX (theme), child);
      g_ptr_array_add (self->children, child);
    }
}

static void
rebuild (KoyomiControlMap *self,
         GPtrArray        *lines)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->box)) != NULL)
    gtk_box_remove (GTK_BOX (self->box), child);
  g_ptr_array_set_size (self->themes, 0);
  g_ptr_array_set_size (self->children, 0);
  make_children (self, lines, TRUE);
  make_children (self, lines, FALSE);
}

static gboolean
has_all (KoyomiControlMap *self,
         GPtrArray        *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (find_child (self, koyomi_record_get_id (((KoyomiControlLine *) g_ptr_array_index (lines, i))->control)) == NULL)
      return FALSE;

  return lines->len == self->children->len;
}

/* @lines: (element-type KoyomiControlLine); @filter: those that it does not let through are pale */
void
koyomi_control_map_show (KoyomiControlMap    *self,
                         GPtrArray           *lines,
                         KoyomiControlFilter  filter,
                         gpointer             data)
{
  if (!has_all (self, lines))
    rebuild (self, lines);

  for (guint i = 0; i < lines->len; i++)
    {
      const KoyomiControlLine *line = g_ptr_array_index (lines, i);

      show_child (self, find_child (self, koyomi_record_get_id (line->control)), line, filter (line, data));
    }
}

void
koyomi_control_map_choose (KoyomiControlMap *self,
                           gint64            control)
{
  GtkWidget *child = find_child (self, control);

  if (control == self->chosen || child == NULL)
    return;

  self->chosen = control;
  gtk_flow_box_select_child (GTK_FLOW_BOX (gtk_widget_get_parent (child)), GTK_FLOW_BOX_CHILD (child));
}
