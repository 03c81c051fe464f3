#include "koyomi-clock-law.h"

#include "koyomi-report-guide.h"

struct _KoyomiClockLaw
{
  GtkWidget        parent_instance;

  KoyomiWorkspace *workspace;
  GtkWidget       *name;
  GtkWidget       *button;
};

G_DEFINE_FINAL_TYPE (KoyomiClockLaw, koyomi_clock_law, GTK_TYPE_WIDGET)

static void
koyomi_clock_law_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&KOYOMI_CLOCK_LAW (object)->workspace);

  G_OBJECT_CLASS (koyomi_clock_law_parent_class)->dispose (object);
}

static void
koyomi_clock_law_class_init (KoyomiClockLawClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_clock_law_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static void
koyomi_clock_law_init (KoyomiClockLaw *self)
{
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 6);
}

/* What the duties that are decided together with @clock are called: their guide, else their law. */
char *
koyomi_clock_law_dup_name (KoyomiRecord   *clock,
                           KoyomiLanguage  language)
{
  KoyomiReportGuide guide = koyomi_report_guide_of (clock);

  return g_strdup (guide != KOYOMI_REPORT_GUIDE_GENERIC ? koyomi_report_guide_get_name (guide, language)
                                                        : koyomi_record_get_text (clock, KOYOMI_CLOCK_REGIME));
}

GtkWidget *
koyomi_clock_law_new (KoyomiWorkspace *workspace)
{
  KoyomiClockLaw *self = g_object_new (KOYOMI_TYPE_CLOCK_LAW, NULL);

  self->workspace = g_object_ref (workspace);
  self->name = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->name), 0);
  gtk_label_set_wrap (GTK_LABEL (self->name), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->name), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_hexpand (self->name, TRUE);
  gtk_widget_set_parent (self->name, GTK_WIDGET (self));
  self->button = gtk_button_new_with_label (koyomi_workspace_tr (workspace, "Decide…"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "x", (gint64) 0);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), "clock.decide");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "koyomi-small");
  gtk_widget_set_visible (self->button, koyomi_workspace_can_edit (workspace));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* @clock: one of those on which nobody has decided */
void
koyomi_clock_law_show (KoyomiClockLaw            *self,
                       const KoyomiIncidentClock *clock)
{
  g_autofree char *name = NULL;

  g_return_if_fail (KOYOMI_IS_CLOCK_LAW (self));

  name = koyomi_clock_law_dup_name (clock->clock, koyomi_workspace_get_language (self->workspace));
  gtk_label_set_label (GTK_LABEL (self->name), name);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->button), "x", koyomi_record_get_id (clock->clock));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, name, -1);
}
