#include "koyomi-rule-preview.h"

#include "koyomi-day.h"

#define MAX_DAYS 24

struct _KoyomiRulePreview
{
  GtkWidget           parent_instance;

  KoyomiWorkspace    *workspace;
  KoyomiWorkCalendar *work_calendar;   /* NULL until a day is asked for */
  GtkWidget          *box;
  GtkWidget          *summary;
  GtkWidget          *days;
};

G_DEFINE_FINAL_TYPE (KoyomiRulePreview, koyomi_rule_preview, GTK_TYPE_WIDGET)

static void
koyomi_rule_preview_dispose (GObject *object)
{
  KoyomiRulePreview *self = KOYOMI_RULE_PREVIEW (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->work_calendar);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (koyomi_rule_preview_parent_class)->dispose (object);
}

static void
koyomi_rule_preview_class_init (KoyomiRulePreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_rule_preview_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
koyomi_rule_preview_init (KoyomiRulePreview *self)
{
}

GtkWidget *
koyomi_rule_preview_new (KoyomiWorkspace *workspace)
{
  KoyomiRulePreview *self = g_object_new (KOYOMI_TYPE_RULE_PREVIEW, NULL);

  self->workspace = g_object_ref (workspace);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->summary = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->summary), 0);
  gtk_label_set_wrap (GTK_LABEL (self->summary), TRUE);
  gtk_widget_add_css_class (self->summary, "heading");
  self->days = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->days), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->days), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->days), 4);
  gtk_flow_box_set_column_spacing (GTK_FLOW_BOX (self->days), 6);
  gtk_flow_box_set_row_spacing (GTK_FLOW_BOX (self->days), 2);
  /* It would take the focus without showing it, and never let go. */
  gtk_widget_set_can_focus (self->days, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->days), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_workspace_tr (workspace, "Next dates"), -1);
  gtk_widget_add_css_class (self->box, "card");
  gtk_widget_add_css_class (self->box, "koyomi-preview");

  gtk_box_append (GTK_BOX (self->box), self->summary);
  gtk_box_append (GTK_BOX (self->box), self->days);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

/* Returns: (transfer full): such as 2026-09-08 (Tue) */
static char *
format_day (guint32        day,
            KoyomiLanguage language)
{
  static const char * const weekdays[] = {
    NULL, N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
  };

  g_autofree char *date = koyomi_day_format (day);

  return g_strdup_printf ("%s (%s)", date, koyomi_tr (language, weekdays[koyomi_day_get_weekday (day)]));
}

static void
append_slot (KoyomiRulePreview *self,
             const KoyomiSlot  *slot,
             int                duration)
{
  guint32 last_day = koyomi_slot_get_last_day (slot, duration);
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autofree char *first = format_day (slot->day, language);
  g_autofree char *last = koyomi_day_format (last_day);
  g_autofree char *text = last_day != slot->day ? g_strdup_printf (koyomi_trc (language, "days", "%s – %s"), first, last + strlen ("2026-"))
                                                : g_strdup (first);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_flow_box_insert (GTK_FLOW_BOX (self->days), label, -1);
  gtk_widget_set_focusable (gtk_widget_get_parent (label), FALSE);
}

/* The slots from today or the anchor to the end of the fiscal year; where there are none, of the next one too. */
static GArray *
find_slots (KoyomiRulePreview      *self,
            const KoyomiRecurrence *rule,
            guint32                 anchor,
            guint32                *last_day)
{
  KoyomiSession *session = koyomi_workspace_get_session (self->workspace);
  GArray *slots = g_array_new (FALSE, FALSE, sizeof (KoyomiSlot));
  guint32 first_day = MAX (anchor, koyomi_day_today ());
  KoyomiFiscalYear year = koyomi_session_get_fiscal_year (session, first_day);

  if (rule->frequency == KOYOMI_FREQUENCY_ONCE)
    first_day = anchor;

  if (self->work_calendar == NULL)
    self->work_calendar = koyomi_session_load_work_calendar (session, koyomi_workspace_get_language (self->workspace), NULL);

  for (int i = 0; i < 2 && self->work_calendar != NULL && slots->len == 0; i++, year.year++)
    {
      *last_day = koyomi_fiscal_year_get_last_day (year);
      koyomi_recurrence_expand (rule, anchor, self->work_calendar, first_day, *last_day, slots);
    }

  return slots;
}

static char *
summarise (KoyomiRulePreview *self,
           guint              n_slots,
           guint32            last_day)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);
  g_autofree char *end = koyomi_day_format (last_day);

  if (n_slots == 0)
    /* Translators: %s is a day */
    return g_strdup_printf (koyomi_tr (language, "It does not happen until %s."), end);

  /* Translators: how often, and a day */
  return g_strdup_printf (koyomi_ntr (language, "%u time until %s", "%u times until %s", n_slots), n_slots, end);
}

/* @duration: of one run, in days */
void
koyomi_rule_preview_show (KoyomiRulePreview      *self,
                          const KoyomiRecurrence *rule,
                          guint32                 anchor,
                          int                     duration)
{
  guint32 last_day = anchor;
  g_autoptr(GArray) slots = find_slots (self, rule, anchor, &last_day);
  g_autofree char *summary = summarise (self, slots->len, last_day);
  GtkWidget *child;

  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_widget_set_visible (self->summary, rule->frequency != KOYOMI_FREQUENCY_ONCE || slots->len == 0);
  while ((child = gtk_widget_get_first_child (self->days)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->days), child);
  for (guint i = 0; i < MIN (slots->len, MAX_DAYS); i++)
    append_slot (self, &g_array_index (slots, KoyomiSlot, i), duration);
  if (slots->len > MAX_DAYS)
    gtk_flow_box_insert (GTK_FLOW_BOX (self->days), gtk_label_new ("…"), -1);
}
