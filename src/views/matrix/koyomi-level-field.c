#include "koyomi-level-field.h"

/* The places of the list: the levels from the highest, what is not done, what is not known. */
#define PLACE_NOT_DONE KOYOMI_LEVEL_HIGHEST
#define PLACE_UNKNOWN (KOYOMI_LEVEL_HIGHEST + 1)

struct _KoyomiLevelField
{
  GtkWidget    parent_instance;

  GtkWidget   *box;
  GtkDropDown *levels;
  gboolean     is_showing;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiLevelField, koyomi_level_field, GTK_TYPE_WIDGET)

static int
get_level (guint place)
{
  switch (place)
    {
    case PLACE_UNKNOWN:
      return KOYOMI_LEVEL_UNKNOWN;
    case PLACE_NOT_DONE:
      return KOYOMI_LEVEL_NOT_DONE;
    default:
      return KOYOMI_LEVEL_HIGHEST - (int) place;
    }
}

static guint
get_place (int level)
{
  switch (level)
    {
    case KOYOMI_LEVEL_UNKNOWN:
      return PLACE_UNKNOWN;
    case KOYOMI_LEVEL_NOT_DONE:
      return PLACE_NOT_DONE;
    default:
      return KOYOMI_LEVEL_HIGHEST - level;
    }
}

static void
selected_cb (KoyomiLevelField *self)
{
  guint place = gtk_drop_down_get_selected (self->levels);

  if (!self->is_showing && place != GTK_INVALID_LIST_POSITION)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_level (place));
}

static void
koyomi_level_field_dispose (GObject *object)
{
  g_clear_pointer (&KOYOMI_LEVEL_FIELD (object)->box, gtk_widget_unparent);

  G_OBJECT_CLASS (koyomi_level_field_parent_class)->dispose (object);
}

static void
koyomi_level_field_class_init (KoyomiLevelFieldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_level_field_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", KOYOMI_TYPE_LEVEL_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
koyomi_level_field_init (KoyomiLevelField *self)
{
}

static GtkStringList *
list_levels (KoyomiExecution  mode,
             const char      *unknown,
             KoyomiLanguage   language)
{
  GtkStringList *levels = gtk_string_list_new (NULL);

  for (int level = KOYOMI_LEVEL_HIGHEST; level >= KOYOMI_LEVEL_LOWEST; level--)
    {
      g_autofree char *text = g_strdup_printf ("%d  %s", level, koyomi_maturity_get_wording (mode, level, language));

      gtk_string_list_append (levels, text);
    }
  gtk_string_list_append (levels, koyomi_maturity_get_wording (mode, KOYOMI_LEVEL_NOT_DONE, language));
  gtk_string_list_append (levels, unknown);

  return levels;
}

static void
set_up_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
  gtk_widget_set_tooltip_text (gtk_list_item_get_child (item), text);
}

/**
 * koyomi_level_field_new:
 * @caption: above the field, with a mnemonic
 * @name: what a screen reader says
 * @unknown: what no level means here
 */
GtkWidget *
koyomi_level_field_new (const char      *caption,
                        const char      *name,
                        const char      *unknown,
                        KoyomiExecution  mode,
                        KoyomiLanguage   language)
{
  KoyomiLevelField *self = g_object_new (KOYOMI_TYPE_LEVEL_FIELD, NULL);
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (caption);

  self->levels = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (list_levels (mode, unknown, language)), NULL));
  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_drop_down_set_factory (self->levels, factory);
  g_signal_connect_object (self->levels, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->levels), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  gtk_widget_add_css_class (GTK_WIDGET (self->levels), "koyomi-level");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), GTK_WIDGET (self->levels));
  /* Which @name says already. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->levels), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_box_append (GTK_BOX (self->box), label);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->levels));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

void
koyomi_level_field_show (KoyomiLevelField *self,
                         int               level)
{
  g_return_if_fail (KOYOMI_IS_LEVEL_FIELD (self));

  self->is_showing = TRUE;
  gtk_drop_down_set_selected (self->levels, get_place (level));
  self->is_showing = FALSE;
}
