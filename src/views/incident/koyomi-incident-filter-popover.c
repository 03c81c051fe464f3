#include "koyomi-incident-filter-popover.h"

#include "koyomi-severity.h"
#include "koyomi-ui.h"

struct _KoyomiIncidentFilterPopover
{
  GtkPopover            parent_instance;

  KoyomiIncidentSheet  *sheet;
  GtkWidget            *lanes;
  GtkWidget            *mine;
  GtkWidget            *severities;    /* boxes of check buttons in the order of the choices */
  GtkWidget            *kinds;
  GtkWidget            *clear;
  gboolean              is_updating;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiIncidentFilterPopover, lanes),
  KOYOMI_UI_CHILD (KoyomiIncidentFilterPopover, mine),
  KOYOMI_UI_CHILD (KoyomiIncidentFilterPopover, severities),
  KOYOMI_UI_CHILD (KoyomiIncidentFilterPopover, kinds),
  KOYOMI_UI_CHILD (KoyomiIncidentFilterPopover, clear),
  KOYOMI_UI_END
};

G_DEFINE_FINAL_TYPE (KoyomiIncidentFilterPopover, koyomi_incident_filter_popover, GTK_TYPE_POPOVER)

static guint
read_choices (GtkWidget *box)
{
  guint choices = 0, i = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (box); button != NULL; button = gtk_widget_get_next_sibling (button), i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (button)))
      choices |= 1u << i;

  return choices;
}

static void
show_choices (GtkWidget *box,
              guint      choices)
{
  guint i = 0;

  for (GtkWidget *button = gtk_widget_get_first_child (box); button != NULL; button = gtk_widget_get_next_sibling (button), i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (button), (choices & 1u << i) != 0);
}

static void
changed_cb (KoyomiIncidentFilterPopover *self)
{
  g_autoptr(KoyomiIncidentFilter) filter = NULL;

  if (self->is_updating)
    return;

  filter = koyomi_incident_filter_copy (koyomi_incident_sheet_get_filter (self->sheet));
  filter->mine = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->mine));
  filter->severities = read_choices (self->severities);
  filter->kinds = read_choices (self->kinds);
  koyomi_incident_sheet_set_filter (self->sheet, filter);
}

static void
lanes_changed_cb (KoyomiIncidentFilterPopover *self)
{
  if (!self->is_updating)
    koyomi_incident_sheet_set_lanes (self->sheet, gtk_drop_down_get_selected (GTK_DROP_DOWN (self->lanes)));
}

static void
clear_cb (KoyomiIncidentFilterPopover *self)
{
  koyomi_incident_sheet_clear_filter (self->sheet);
}

static void
show_filter (KoyomiIncidentFilterPopover *self)
{
  const KoyomiIncidentFilter *filter = koyomi_incident_sheet_get_filter (self->sheet);

  self->is_updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->lanes), koyomi_incident_sheet_get_lanes (self->sheet));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->mine), filter->mine);
  show_choices (self->severities, filter->severities);
  show_choices (self->kinds, filter->kinds);
  gtk_widget_set_sensitive (self->clear, !koyomi_incident_filter_is_empty (filter));
  self->is_updating = FALSE;
}

static void
koyomi_incident_filter_popover_dispose (GObject *object)
{
  KoyomiIncidentFilterPopover *self = KOYOMI_INCIDENT_FILTER_POPOVER (object);

  koyomi_ui_clear (object, children);
  g_clear_object (&self->sheet);

  G_OBJECT_CLASS (koyomi_incident_filter_popover_parent_class)->dispose (object);
}

static void
koyomi_incident_filter_popover_class_init (KoyomiIncidentFilterPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_incident_filter_popover_dispose;
}

static void
koyomi_incident_filter_popover_init (KoyomiIncidentFilterPopover *self)
{
}

static void
add_choice (KoyomiIncidentFilterPopover *self,
            GtkWidget                   *box,
            const char                  *text)
{
  GtkWidget *button = gtk_check_button_new_with_label (text);

  g_signal_connect_object (button, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_choices (KoyomiIncidentFilterPopover *self)
{
  KoyomiLanguage language = koyomi_incident_sheet_get_language (self->sheet);

  for (int i = 0; i < KOYOMI_N_SEVERITIES; i++)
    {
      g_autofree char *text = g_strdup_printf ("%s %s", koyomi_incident_style_get_glyph (i), koyomi_severity_get_label (i, language));

      add_choice (self, self->severities, text);
    }
  for (int i = 0; i <= KOYOMI_INCIDENT_KIND_DRILL; i++)
    add_choice (self, self->kinds, koyomi_incident_kind_get_label (i, language));
}

GtkWidget *
koyomi_incident_filter_popover_new (KoyomiIncidentSheet *sheet)
{
  KoyomiIncidentFilterPopover *self = g_object_new (KOYOMI_TYPE_INCIDENT_FILTER_POPOVER, NULL);

  self->sheet = g_object_ref (sheet);
  koyomi_ui_build (self, KOYOMI_TYPE_INCIDENT_FILTER_POPOVER, "koyomi-incident-filter-popover", koyomi_incident_sheet_get_language (sheet),
                   children);
  add_choices (self);
  show_filter (self);
  g_signal_connect_object (sheet, "lines", G_CALLBACK (show_filter), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->lanes, "notify::selected", G_CALLBACK (lanes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->mine, "toggled", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
