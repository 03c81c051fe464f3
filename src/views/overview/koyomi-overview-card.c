#include "koyomi-overview-card.h"

struct _KoyomiOverviewCard
{
  GtkWidget   parent_instance;

  GtkWidget  *box;
  GtkLabel   *title;
  GtkWidget  *body;
  GtkListBox *list;
  GtkWidget  *empty;         /* in place of the list */
  GtkLabel   *empty_label;
  GtkWidget  *empty_button;
  int         focused;       /* the row that had the focus when the card began to be filled anew; -1 for none */
};

G_DEFINE_FINAL_TYPE (KoyomiOverviewCard, koyomi_overview_card, GTK_TYPE_WIDGET)

static const char *const pill_classes[] = {
  [KOYOMI_PILL_PLAIN] = "koyomi-plain",
  [KOYOMI_PILL_GOOD] = "koyomi-good",
  [KOYOMI_PILL_SOON] = "koyomi-soon",
  [KOYOMI_PILL_LATE] = "koyomi-over",
};

void
koyomi_pill_set (GtkLabel   *label,
                 const char *text,
                 KoyomiPill  tone)
{
  const char *classes[] = { "koyomi-mark", "caption-heading", "numeric", pill_classes[tone], NULL };

  gtk_label_set_label (label, text);
  gtk_widget_set_css_classes (GTK_WIDGET (label), classes);
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
create_texts (const KoyomiOverviewLine *line)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (texts), create_label (line->title, NULL));
  if (line->detail != NULL)
    {
      GtkWidget *detail = create_label (line->detail, "caption");

      gtk_widget_add_css_class (detail, "dim-label");
      gtk_box_append (GTK_BOX (texts), detail);
    }

  return texts;
}

/* A row is read out in one go. */
static char *
spell (const KoyomiOverviewLine *line)
{
  g_autoptr(GString) text = g_string_new (line->title);
  const char *last = line->spoken != NULL ? line->spoken : line->pill;

  if (line->detail != NULL)
    g_string_append_printf (text, ", %s", line->detail);
  if (last != NULL)
    g_string_append_printf (text, ", %s", last);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns: (transfer floating): a row of a list, which is to be activatable by a click */
GtkWidget *
koyomi_overview_line_create (const KoyomiOverviewLine *self)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *spelt = spell (self);

  gtk_box_append (GTK_BOX (box), create_texts (self));
  if (self->pill != NULL)
    {
      GtkWidget *pill = gtk_label_new (NULL);

      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      koyomi_pill_set (GTK_LABEL (pill), self->pill, self->tone);
      gtk_box_append (GTK_BOX (box), pill);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), self->action != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spelt, -1);
  if (self->target != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (row), self->target);
  if (self->action != NULL)
    gtk_actionable_set_action_name (GTK_ACTIONABLE (row), self->action);

  return row;
}

static void
koyomi_overview_card_dispose (GObject *object)
{
  KoyomiOverviewCard *self = KOYOMI_OVERVIEW_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (koyomi_overview_card_parent_class)->dispose (object);
}

static void
koyomi_overview_card_class_init (KoyomiOverviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = koyomi_overview_card_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "overviewcard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
add_empty (KoyomiOverviewCard *self)
{
  self->empty = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  self->empty_label = GTK_LABEL (create_label (NULL, "dim-label"));
  self->empty_button = gtk_button_new ();
  gtk_widget_set_halign (self->empty_button, GTK_ALIGN_START);
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_box_append (GTK_BOX (self->empty), GTK_WIDGET (self->empty_label));
  gtk_box_append (GTK_BOX (self->empty), self->empty_button);
  gtk_box_append (GTK_BOX (self->box), self->empty);
}

static void
koyomi_overview_card_init (KoyomiOverviewCard *self)
{
  self->focused = -1;
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->title = GTK_LABEL (create_label (NULL, "heading"));
  self->body = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->title));
  gtk_box_append (GTK_BOX (self->box), self->body);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  add_empty (self);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
koyomi_overview_card_new (const char *title)
{
  KoyomiOverviewCard *self = g_object_new (KOYOMI_TYPE_OVERVIEW_CARD, NULL);

  koyomi_overview_card_set_title (self, title);

  return GTK_WIDGET (self);
}

void
koyomi_overview_card_set_title (KoyomiOverviewCard *self,
                                const char         *title)
{
  g_return_if_fail (KOYOMI_IS_OVERVIEW_CARD (self));

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* Returns: (transfer none): a box between heading and rows */
GtkWidget *
koyomi_overview_card_get_body (KoyomiOverviewCard *self)
{
  g_return_val_if_fail (KOYOMI_IS_OVERVIEW_CARD (self), NULL);

  return self->body;
}

static int
find_focused (KoyomiOverviewCard *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return focus != NULL && GTK_IS_LIST_BOX_ROW (focus) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (focus)) : -1;
}

/* The rows are to be told anew. */
void
koyomi_overview_card_begin (KoyomiOverviewCard *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (KOYOMI_IS_OVERVIEW_CARD (self));

  self->focused = find_focused (self);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  gtk_widget_set_visible (self->empty, FALSE);
}

void
koyomi_overview_card_add (KoyomiOverviewCard       *self,
                          const KoyomiOverviewLine *line)
{
  g_return_if_fail (KOYOMI_IS_OVERVIEW_CARD (self));

  gtk_list_box_append (self->list, koyomi_overview_line_create (line));
}

/* There are no rows.
 * @button: (nullable): with a mnemonic: the next step
 * @target: (nullable) (transfer floating) */
void
koyomi_overview_card_set_empty (KoyomiOverviewCard *self,
                                const char         *text,
                                const char         *button,
                                const char         *action,
                                GVariant           *target)
{
  g_return_if_fail (KOYOMI_IS_OVERVIEW_CARD (self));

  gtk_label_set_label (self->empty_label, text);
  gtk_widget_set_visible (self->empty, TRUE);
  gtk_widget_set_visible (self->empty_button, button != NULL);
  if (button == NULL)
    return;

  gtk_button_set_use_underline (GTK_BUTTON (self->empty_button), TRUE);
  gtk_button_set_label (GTK_BUTTON (self->empty_button), button);
  if (target != NULL)
    gtk_actionable_set_action_target_value (GTK_ACTIONABLE (self->empty_button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->empty_button), action);
}

/* All rows are told: the focus goes back to where it was. */
void
koyomi_overview_card_end (KoyomiOverviewCard *self)
{
  GtkListBoxRow *row = NULL;

  g_return_if_fail (KOYOMI_IS_OVERVIEW_CARD (self));

  gtk_widget_set_visible (GTK_WIDGET (self->list), gtk_list_box_get_row_at_index (self->list, 0) != NULL);
  for (int i = self->focused; i >= 0 && row == NULL; i--)
    row = gtk_list_box_get_row_at_index (self->list, i);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->focused = -1;
}
