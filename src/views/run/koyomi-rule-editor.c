#include "koyomi-rule-editor.h"

#include "koyomi-day-entry.h"
#include "koyomi-day.h"
#include "koyomi-recurrence.h"
#include "koyomi-rule-preview.h"
#include "koyomi-toggle-list.h"
#include "koyomi-ui.h"

#include <adwaita.h>

/* The rows of the choice of an end. */
typedef enum
{
  END_NEVER,
  END_UNTIL,
  END_COUNT,
} End;

struct _KoyomiRuleEditor
{
  GtkWidget          parent_instance;

  KoyomiWorkspace   *workspace;
  KoyomiRecurrence   rule;
  guint32            anchor;
  int                duration;
  gboolean           is_showing;
  gboolean           is_of_meetings;

  GtkWidget         *frequency;
  GtkWidget         *interval_row;
  GtkWidget         *interval;
  GtkWidget         *interval_unit;
  GtkWidget         *weekdays_row;
  GtkWidget         *months_row;
  GtkWidget         *month_of_quarter;
  GtkWidget         *day_rule;
  GtkWidget         *day_row;
  GtkWidget         *day;
  GtkWidget         *weekday_row;
  GtkWidget         *weekday_nth;
  GtkWidget         *weekday;
  GtkWidget         *business_row;
  GtkWidget         *business;
  GtkWidget         *business_end;
  GtkWidget         *holiday;
  GtkWidget         *completion_row;
  GtkWidget         *completion;
  GtkWidget         *end;
  GtkWidget         *until_row;
  GtkWidget         *count_row;
  GtkWidget         *count;
  GtkWidget         *exceptions_row;
  GtkWidget         *exceptions_button;
  GtkWidget         *preview_place;

  KoyomiToggleList  *weekdays;
  KoyomiToggleList  *months;
  GtkWidget         *until;
  GtkWidget         *preview;
};

static const KoyomiUiChild children[] = {
  KOYOMI_UI_CHILD (KoyomiRuleEditor, frequency),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, interval_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, interval),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, interval_unit),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, weekdays_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, months_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, month_of_quarter),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, day_rule),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, day_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, day),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, weekday_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, weekday_nth),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, weekday),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, business_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, business),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, business_end),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, holiday),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, completion_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, completion),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, end),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, until_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, count_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, count),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, exceptions_row),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, exceptions_button),
  KOYOMI_UI_CHILD (KoyomiRuleEditor, preview_place),
  KOYOMI_UI_END
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KoyomiRuleEditor, koyomi_rule_editor, GTK_TYPE_WIDGET)

static void
koyomi_rule_editor_dispose (GObject *object)
{
  koyomi_ui_clear (object, children);
  g_clear_object (&KOYOMI_RULE_EDITOR (object)->workspace);

  G_OBJECT_CLASS (koyomi_rule_editor_parent_class)->dispose (object);
}

static void
koyomi_rule_editor_class_init (KoyomiRuleEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = koyomi_rule_editor_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", KOYOMI_TYPE_RULE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
koyomi_rule_editor_init (KoyomiRuleEditor *self)
{
  koyomi_recurrence_init (&self->rule);
  self->anchor = koyomi_day_today ();
  self->duration = 1;
}

static gboolean
has_months (const KoyomiRecurrence *rule)
{
  return rule->frequency >= KOYOMI_FREQUENCY_MONTH;
}

/* What cannot be said of such a rule is not offered. */
static void
show_rows (KoyomiRuleEditor *self)
{
  const KoyomiRecurrence *rule = &self->rule;
  gboolean repeats = rule->frequency != KOYOMI_FREQUENCY_ONCE;
  End end = adw_combo_row_get_selected (ADW_COMBO_ROW (self->end));

  gtk_widget_set_visible (self->interval_row, repeats);
  gtk_widget_set_visible (self->weekdays_row, rule->frequency == KOYOMI_FREQUENCY_WEEK && !rule->from_completion);
  gtk_widget_set_visible (self->month_of_quarter, rule->frequency == KOYOMI_FREQUENCY_QUARTER && !rule->from_completion);
  gtk_widget_set_visible (self->months_row, rule->frequency == KOYOMI_FREQUENCY_YEAR && !rule->from_completion);
  gtk_widget_set_visible (self->day_rule, has_months (rule));
  gtk_widget_set_visible (self->day_row, has_months (rule) && rule->day_rule == KOYOMI_DAY_OF_MONTH);
  gtk_widget_set_visible (self->weekday_row, has_months (rule) && rule->day_rule == KOYOMI_DAY_OF_WEEKDAYS);
  gtk_widget_set_visible (self->business_row, has_months (rule) && rule->day_rule == KOYOMI_DAY_OF_BUSINESS);
  gtk_widget_set_visible (self->holiday, repeats && rule->day_rule != KOYOMI_DAY_OF_BUSINESS &&
                                         rule->day_rule != KOYOMI_DAY_WHOLE_MONTH);
  gtk_widget_set_visible (self->completion_row, repeats && (!self->is_of_meetings || rule->from_completion));
  gtk_widget_set_visible (self->end, repeats);
  gtk_widget_set_visible (self->until_row, repeats && end == END_UNTIL);
  gtk_widget_set_visible (self->count_row, repeats && end == END_COUNT);
  gtk_widget_set_visible (self->exceptions_row, repeats && rule->n_exceptions > 0);
}

static const char *
name_unit (KoyomiFrequency frequency,
           int             n,
           KoyomiLanguage  language)
{
  switch (frequency)
    {
    case KOYOMI_FREQUENCY_DAY:
      return koyomi_ntr (language, "day", "days", n);
    case KOYOMI_FREQUENCY_WEEK:
      return koyomi_ntr (language, "week", "weeks", n);
    case KOYOMI_FREQUENCY_QUARTER:
      return koyomi_ntr (language, "quarter", "quarters", n);
    case KOYOMI_FREQUENCY_YEAR:
      return koyomi_ntr (language, "year", "years", n);
    case KOYOMI_FREQUENCY_ONCE:
    case KOYOMI_FREQUENCY_MONTH:
    default:
      return koyomi_ntr (language, "month", "months", n);
    }
}

static void
show_exceptions (KoyomiRuleEditor *self)
{
  g_autoptr(GString) days = g_string_new (NULL);

  for (guint i = 0; i < self->rule.n_exceptions; i++)
    {
      g_autofree char *day = koyomi_day_format (self->rule.exceptions[i]);

      g_string_append_printf (days, "%s%s", i > 0 ? ", " : "", day);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->exceptions_row), days->str);
}

/* What the rule says, where it does not follow from the fields themselves. */
static void
show_consequences (KoyomiRuleEditor *self)
{
  KoyomiLanguage language = koyomi_workspace_get_language (self->workspace);

  show_rows (self);
  show_exceptions (self);
  gtk_label_set_text (GTK_LABEL (self->interval_unit), name_unit (self->rule.frequency, self->rule.interval, language));
  koyomi_rule_preview_show (KOYOMI_RULE_PREVIEW (self->preview), &self->rule, self->anchor, self->duration);
}

static void
read_day (KoyomiRuleEditor *self,
          KoyomiRecurrence *rule)
{
  rule->day_rule = adw_combo_row_get_selected (ADW_COMBO_ROW (self->day_rule));
  if (rule->day_rule == KOYOMI_DAY_OF_MONTH)
    rule->nth = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->day));
  else if (rule->day_rule == KOYOMI_DAY_OF_WEEKDAYS)
    {
      guint nth = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->weekday_nth));

      rule->nth = nth < 5 ? (int) nth + 1 : -1;
      rule->weekday = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->weekday)) + 1;
    }
  else if (rule->day_rule == KOYOMI_DAY_OF_BUSINESS)
    rule->nth = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->business)) *
                (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->business_end)) == 1 ? -1 : 1);
}

static void
read_end (KoyomiRuleEditor *self,
          KoyomiRecurrence *rule)
{
  End end = adw_combo_row_get_selected (ADW_COMBO_ROW (self->end));

  if (end == END_UNTIL)
    rule->until = koyomi_day_entry_get_day (KOYOMI_DAY_ENTRY (self->until));
  else if (end == END_COUNT)
    rule->count = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
}

/* Only what goes together: what a rule of that frequency has no use for is left out. */
static void
read_rule (KoyomiRuleEditor *self,
           KoyomiRecurrence *rule)
{
  koyomi_recurrence_init (rule);
  rule->fiscal_start_month = self->rule.fiscal_start_month;
  rule->frequency = adw_combo_row_get_selected (ADW_COMBO_ROW (self->frequency));
  if (rule->frequency == KOYOMI_FREQUENCY_ONCE)
    return;

  rule->interval = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->interval));
  rule->from_completion = gtk_switch_get_active (GTK_SWITCH (self->completion));
  if (rule->frequency == KOYOMI_FREQUENCY_WEEK && !rule->from_completion)
    rule->weekdays = koyomi_toggle_list_get_mask (self->weekdays);
  if (rule->frequency == KOYOMI_FREQUENCY_QUARTER && !rule->from_completion)
    rule->month_of_quarter = adw_combo_row_get_selected (ADW_COMBO_ROW (self->month_of_quarter));
  if (rule->frequency == KOYOMI_FREQUENCY_YEAR && !rule->from_completion)
    rule->months = koyomi_toggle_list_get_mask (self->months);
  if (has_months (rule))
    read_day (self, rule);
  if (rule->day_rule != KOYOMI_DAY_OF_BUSINESS && rule->day_rule != KOYOMI_DAY_WHOLE_MONTH)
    rule->holiday = adw_combo_row_get_selected (ADW_COMBO_ROW (self->holiday));
  read_end (self, rule);

  rule->n_exceptions = self->rule.n_exceptions;
  memcpy (rule->exceptions, self->rule.exceptions, rule->n_exceptions * sizeof rule->exceptions[0]);
}

static void
edited_cb (KoyomiRuleEditor *self)
{
  KoyomiRecurrence rule;

  if (self->is_showing)
    return;

  read_rule (self, &rule);
  self->rule = rule;
  show_consequences (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static gboolean
until_cb (KoyomiRuleEditor *self,
          guint             day)
{
  if (day < self->anchor)
    {
      koyomi_day_entry_set_message (KOYOMI_DAY_ENTRY (self->until),
                                    koyomi_workspace_tr (self->workspace, "Before the first day."));
      return FALSE;
    }

  edited_cb (self);

  return TRUE;
}

static void
exceptions_cb (KoyomiRuleEditor *self)
{
  self->rule.n_exceptions = 0;
  edited_cb (self);
}

static KoyomiToggleList *
add_toggles (KoyomiRuleEditor   *self,
             GtkWidget          *row,
             const char * const *names,
             const char * const *short_names,
             guint               n,
             guint               per_line)
{
  GtkWidget *toggles = koyomi_toggle_list_new (per_line);

  for (guint i = 1; i <= n; i++)
    koyomi_toggle_list_append (KOYOMI_TOGGLE_LIST (toggles), koyomi_workspace_tr (self->workspace, short_names[i]),
                               koyomi_workspace_tr (self->workspace, names[i]));
  gtk_widget_set_valign (toggles, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (toggles, 6);
  gtk_widget_set_margin_bottom (toggles, 6);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggles);
  g_signal_connect_object (toggles, "changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);

  return KOYOMI_TOGGLE_LIST (toggles);
}

static void
add_lists (KoyomiRuleEditor *self)
{
  static const char * const weekdays[] = {
    NULL, N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
  };
  static const char * const short_weekdays[] = {
    NULL, N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"),
  };
  static const char * const months[] = {
    NULL, N_("January"), N_("February"), N_("March"), N_("April"), N_("May"), N_("June"),
    N_("July"), N_("August"), N_("September"), N_("October"), N_("November"), N_("December"),
  };
  static const char * const short_months[] = {
    NULL, "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12",
  };

  self->weekdays = add_toggles (self, self->weekdays_row, weekdays, short_weekdays, 7, 7);
  self->months = add_toggles (self, self->months_row, months, short_months, 12, 6);
}

static void
connect_fields (KoyomiRuleEditor *self)
{
  GtkWidget *chosen[] = { self->frequency, self->month_of_quarter, self->day_rule, self->holiday, self->end, self->weekday_nth,
                          self->weekday, self->business_end };
  GtkWidget *counted[] = { self->interval, self->day, self->business, self->count };

  for (guint i = 0; i < G_N_ELEMENTS (chosen); i++)
    g_signal_connect_object (chosen[i], "notify::selected", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    g_signal_connect_object (counted[i], "value-changed", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->completion, "notify::active", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->until, "commit", G_CALLBACK (until_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->exceptions_button, "clicked", G_CALLBACK (exceptions_cb), self, G_CONNECT_SWAPPED);
}

/* An editor of the rule that happens once. */
GtkWidget *
koyomi_rule_editor_new (KoyomiWorkspace *workspace)
{
  KoyomiRuleEditor *self = g_object_new (KOYOMI_TYPE_RULE_EDITOR, NULL);
  KoyomiLanguage language = koyomi_workspace_get_language (workspace);

  self->workspace = g_object_ref (workspace);
  koyomi_ui_build (self, KOYOMI_TYPE_RULE_EDITOR, "koyomi-rule-editor", language, children);
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_ancestor (self->frequency, GTK_TYPE_LIST_BOX)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, koyomi_tr (language, "Repetition"), -1);
  add_lists (self);
  self->until = koyomi_day_entry_new (koyomi_tr (language, "Last day"), language);
  gtk_widget_set_margin_top (self->until, 6);
  gtk_widget_set_margin_bottom (self->until, 6);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->until_row), self->until);
  self->preview = koyomi_rule_preview_new (workspace);
  gtk_box_append (GTK_BOX (self->preview_place), self->preview);
  connect_fields (self);
  koyomi_rule_editor_set_rule (self, "");

  return GTK_WIDGET (self);
}

static void
show_day (KoyomiRuleEditor *self)
{
  const KoyomiRecurrence *rule = &self->rule;

  adw_combo_row_set_selected (ADW_COMBO_ROW (self->day_rule), rule->day_rule);
  if (rule->day_rule == KOYOMI_DAY_OF_MONTH)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->day), rule->nth);
  else if (rule->day_rule == KOYOMI_DAY_OF_WEEKDAYS)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->weekday_nth), rule->nth > 0 ? rule->nth - 1 : 5);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->weekday), rule->weekday - 1);
    }
  else if (rule->day_rule == KOYOMI_DAY_OF_BUSINESS)
    {
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->business), ABS (rule->nth));
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->business_end), rule->nth < 0 ? 1 : 0);
    }
}

static void
show_rule (KoyomiRuleEditor *self)
{
  const KoyomiRecurrence *rule = &self->rule;

  self->is_showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->frequency), rule->frequency);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->interval), rule->interval);
  koyomi_toggle_list_set_mask (self->weekdays, rule->weekdays);
  koyomi_toggle_list_set_mask (self->months, rule->months);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->month_of_quarter), rule->month_of_quarter);
  show_day (self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->holiday), rule->holiday);
  gtk_switch_set_active (GTK_SWITCH (self->completion), rule->from_completion);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->end), rule->until != KOYOMI_DAY_NONE ? END_UNTIL :
                                                         rule->count != 0 ? END_COUNT : END_NEVER);
  koyomi_day_entry_replace_day (KOYOMI_DAY_ENTRY (self->until), rule->until);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), rule->count != 0 ? rule->count : 12);
  self->is_showing = FALSE;

  show_consequences (self);
}

/* @rule: as koyomi_recurrence_format() writes it; what is none stands for once */
void
koyomi_rule_editor_set_rule (KoyomiRuleEditor *self,
                             const char       *rule)
{
  KoyomiRecord *plan;

  g_return_if_fail (KOYOMI_IS_RULE_EDITOR (self));

  if (!koyomi_recurrence_parse (&self->rule, rule, NULL))
    koyomi_recurrence_init (&self->rule);

  plan = koyomi_session_get_plan (koyomi_workspace_get_session (self->workspace));
  if (self->rule.frequency != KOYOMI_FREQUENCY_QUARTER)
    self->rule.fiscal_start_month = koyomi_record_get_int (plan, KOYOMI_PLAN_FISCAL_START_MONTH);
  show_rule (self);
}

/* Takes the rule for one of meetings, which are held and not completed. */
void
koyomi_rule_editor_set_of_meetings (KoyomiRuleEditor *self)
{
  g_return_if_fail (KOYOMI_IS_RULE_EDITOR (self));

  self->is_of_meetings = TRUE;
}

/* @anchor: the day that the rule is reckoned from
 * @duration: of one run, in days */
void
koyomi_rule_editor_set_days (KoyomiRuleEditor *self,
                             guint32           anchor,
                             int               duration)
{
  g_return_if_fail (KOYOMI_IS_RULE_EDITOR (self));

  self->anchor = anchor;
  self->duration = duration;
  koyomi_day_entry_set_reference (KOYOMI_DAY_ENTRY (self->until), anchor);
  show_consequences (self);
}

/* Hands in what is typed but not yet handed in.
 * Returns: FALSE when the rule lacks something, and the field says what */
gboolean
koyomi_rule_editor_commit (KoyomiRuleEditor *self)
{
  GtkWidget *counted[] = { self->interval, self->day, self->business, self->count };
  End end = adw_combo_row_get_selected (ADW_COMBO_ROW (self->end));

  g_return_val_if_fail (KOYOMI_IS_RULE_EDITOR (self), FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (counted); i++)
    gtk_spin_button_update (GTK_SPIN_BUTTON (counted[i]));
  if (self->rule.frequency == KOYOMI_FREQUENCY_ONCE || end != END_UNTIL)
    return TRUE;

  if (!koyomi_day_entry_commit (KOYOMI_DAY_ENTRY (self->until)))
    return FALSE;

  if (self->rule.until == KOYOMI_DAY_NONE)
    koyomi_day_entry_set_message (KOYOMI_DAY_ENTRY (self->until), koyomi_workspace_tr (self->workspace, "Type a day."));

  return self->rule.until != KOYOMI_DAY_NONE;
}

/* Returns: (transfer full): the rule as activities keep it */
char *
koyomi_rule_editor_dup_rule (KoyomiRuleEditor *self)
{
  g_return_val_if_fail (KOYOMI_IS_RULE_EDITOR (self), NULL);

  return koyomi_recurrence_format (&self->rule);
}

/* Returns: (transfer full): the rule in a sentence */
char *
koyomi_rule_editor_describe (KoyomiRuleEditor *self)
{
  g_return_val_if_fail (KOYOMI_IS_RULE_EDITOR (self), NULL);

  return koyomi_recurrence_describe (&self->rule, self->anchor, koyomi_workspace_get_language (self->workspace));
}

/* Returns: (nullable): how long each run is by the rule, which then has no use for a length in days */
const char *
koyomi_rule_editor_get_length (KoyomiRuleEditor *self)
{
  g_return_val_if_fail (KOYOMI_IS_RULE_EDITOR (self), NULL);

  return self->rule.day_rule == KOYOMI_DAY_WHOLE_MONTH ? koyomi_workspace_tr (self->workspace, "The whole month") : NULL;
}
