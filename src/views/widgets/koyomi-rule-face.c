#include "koyomi-rule-face.h"

static const char * const icons[KOYOMI_N_RULE_SEVERITIES] = {
  [KOYOMI_RULE_SEVERITY_HIGH] = "dialog-error-symbolic",
  [KOYOMI_RULE_SEVERITY_MEDIUM] = "dialog-warning-symbolic",
  [KOYOMI_RULE_SEVERITY_LOW] = "dialog-information-symbolic",
};

static const char * const colours[KOYOMI_N_RULE_SEVERITIES] = {
  [KOYOMI_RULE_SEVERITY_HIGH] = "error",
  [KOYOMI_RULE_SEVERITY_MEDIUM] = "warning",
  [KOYOMI_RULE_SEVERITY_LOW] = "accent",
};

void
koyomi_rule_face_show_severity (GtkWidget          *image,
                                KoyomiRuleSeverity  severity,
                                KoyomiLanguage      language)
{
  gtk_image_set_from_icon_name (GTK_IMAGE (image), icons[severity]);
  for (guint i = 0; i < KOYOMI_N_RULE_SEVERITIES; i++)
    gtk_widget_remove_css_class (image, colours[i]);
  gtk_widget_add_css_class (image, colours[severity]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  koyomi_rule_severity_get_label (severity, language), -1);
}

/* @waiver: of either check. Returns: why it is accepted, until when and by whom */
char *
koyomi_rule_face_describe_waiver (KoyomiRecord   *waiver,
                                  KoyomiLanguage  language)
{
  gboolean is_lint = koyomi_record_get_table_id (waiver) == KOYOMI_TABLE_LINT_WAIVER;
  g_autofree char *until = koyomi_record_format (waiver, is_lint ? KOYOMI_LINT_WAIVER_UNTIL_DAY : KOYOMI_WAIVER_UNTIL_DAY, language);
  const char *decided_by = koyomi_record_get_text (waiver, is_lint ? KOYOMI_LINT_WAIVER_DECIDED_BY : KOYOMI_WAIVER_DECIDED_BY);
  GString *text = g_string_new (koyomi_record_get_text (waiver, is_lint ? KOYOMI_LINT_WAIVER_REASON : KOYOMI_WAIVER_REASON));

  if (*until != '\0')
    {
      g_string_append (text, "  ·  ");
      /* Translators: %s is the last day on which the breach of a rule is accepted */
      g_string_append_printf (text, koyomi_tr (language, N_("accepted until %s")), until);
    }
  if (*decided_by != '\0')
    g_string_append_printf (text, "  ·  %s", decided_by);

  return g_string_free (text, FALSE);
}
