#include "koyomi-control-squares.h"

#include "koyomi-audit-page.h"
#include "koyomi-control-register.h"

#include <stdlib.h>

#define SQUARES_PER_LINE 15

struct _KoyomiControlSquares
{
  GtkWidget       parent_instance;

  KoyomiLanguage  language;
  GtkWidget      *grid;
  GtkWidget      *legend;
};

/* What differs in colour differs in sign as well. */
static const struct
{
  const char *glyph;
  const char *style;
} looks[KOYOMI_N_CONTROL_STATES] = {
  [KOYOMI_CONTROL_STATE_NOT_APPLICABLE] = { "–", "koyomi-plain" },
  [KOYOMI_CONTROL_STATE_NONE] = { "✕", "koyomi-bad" },
  [KOYOMI_CONTROL_STATE_PARTLY] = { "△", "koyomi-warned" },
  [KOYOMI_CONTROL_STATE_GOOD] = { "✓", "koyomi-good" },
};

G_DEFINE_FINAL_TYPE (KoyomiControlSquares, koyomi_control_squares, GTK_TYPE_WIDGET)

static void
koyomi_control_squares_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (koyomi_control_squares_parent_class)->dispose (object);
}

static void
koyomi_control_squares_class_init (KoyomiControlSquaresClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_control_squares_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_control_squares_init (KoyomiControlSquares *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 9);
}

/* The keyboard goes to the page by the heading of the card. */
static GtkWidget *
make_square (KoyomiControlSquares    *self,
             const KoyomiControlLine *line)
{
  GtkWidget *square = gtk_button_new_with_label (looks[line->state].glyph);
  g_autofree char *name = g_strdup_printf ("%s %s\n%s", koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE),
                                           koyomi_record_get_title (line->control), koyomi_control_state_get_label (line->state, self->language));
  const char *classes[] = { "koyomi-square", looks[line->state].style, NULL };

  gtk_widget_set_css_classes (square, classes);
  gtk_widget_set_tooltip_text (square, name);
  gtk_widget_set_focusable (square, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (square), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (koyomi_audit_page_find ("controls") != NULL)
    {
      gtk_actionable_set_action_name (GTK_ACTIONABLE (square), "audit.show-page");
      gtk_actionable_set_action_target (GTK_ACTIONABLE (square), "s", "controls");
    }

  return square;
}

/* Such as “5 Organisational”: the number that its controls begin with. */
static GtkWidget *
make_theme (KoyomiRecord *control)
{
  g_autofree char *text = g_strdup_printf ("%d %s", atoi (koyomi_record_get_text (control, KOYOMI_CONTROL_CODE)),
                                           koyomi_record_get_text (control, KOYOMI_CONTROL_THEME));
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 1);

  return label;
}

static GtkWidget *
make_grid (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 2);

  return grid;
}

static void
show_legend (KoyomiControlSquares *self)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (int state = KOYOMI_N_CONTROL_STATES - 1; state >= 0; state--)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? "   " : "", looks[state].glyph, koyomi_control_state_get_label (state, self->language));
  gtk_label_set_label (GTK_LABEL (self->legend), text->str);
}

GtkWidget *
koyomi_control_squares_new (KoyomiLanguage language)
{
  KoyomiControlSquares *self = g_object_new (KOYOMI_TYPE_CONTROL_SQUARES, NULL);

  self->language = language;
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 9);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  self->legend = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->legend), 0);
  gtk_label_set_wrap (GTK_LABEL (self->legend), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (self->legend), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (self->legend), 36);
  gtk_widget_add_css_class (self->legend, "caption");
  gtk_widget_add_css_class (self->legend, "dim-label");
  gtk_widget_set_parent (self->legend, GTK_WIDGET (self));
  show_legend (self);

  return GTK_WIDGET (self);
}

static void
clear (KoyomiControlSquares *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
}

const char *
koyomi_control_squares_get_glyph (KoyomiControlState state)
{
  return looks[state].glyph;
}

/* Returns: the class of the style sheet */
const char *
koyomi_control_squares_get_style (KoyomiControlState state)
{
  return looks[state].style;
}

/* @lines: (element-type KoyomiControlLine): of koyomi_control_register_make() */
void
koyomi_control_squares_show (KoyomiControlSquares *self,
                             GPtrArray            *lines)
{
  GtkWidget *squares = NULL;
  int theme = 0, n_themes = 0, n_squares = 0;

  clear (self);
  for (guint i = 0; i < lines->len; i++)
    {
      const KoyomiControlLine *line = g_ptr_array_index (lines, i);
      int number = atoi (koyomi_record_get_text (line->control, KOYOMI_CONTROL_CODE));

      if (koyomi_record_get_int (line->control, KOYOMI_CONTROL_KIND) != KOYOMI_CONTROL_KIND_ANNEX_A)
        continue;

      if (squares == NULL || number != theme)
        {
          squares = make_grid ();
          theme = number;
          n_squares = 0;
          gtk_grid_attach (GTK_GRID (self->grid), make_theme (line->control), 0, n_themes, 1, 1);
          gtk_grid_attach (GTK_GRID (self->grid), squares, 1, n_themes, 1, 1);
          n_themes++;
        }
      gtk_grid_attach (GTK_GRID (squares), make_square (self, line), n_squares % SQUARES_PER_LINE, n_squares / SQUARES_PER_LINE, 1, 1);
      n_squares++;
    }
}
