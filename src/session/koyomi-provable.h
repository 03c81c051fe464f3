#pragma once

#include "koyomi-session.h"

G_BEGIN_DECLS

/* What evidence can be said to prove, as a person looks for it: a drill is an incident of that kind. */
typedef enum
{
  KOYOMI_PROVABLE_CONTROL,
  KOYOMI_PROVABLE_RUN,
  KOYOMI_PROVABLE_INCIDENT,
  KOYOMI_PROVABLE_DRILL,
  KOYOMI_PROVABLE_MATURITY,
  KOYOMI_PROVABLE_FINDING,
  KOYOMI_N_PROVABLES,
} KoyomiProvable;

const char *koyomi_provable_get_name       (KoyomiProvable   self,
                                            KoyomiLanguage   language);
int         koyomi_provable_get_field      (KoyomiProvable   self);

GPtrArray  *koyomi_session_list_provable   (KoyomiSession   *session,
                                            KoyomiProvable   kind,
                                            guint32          today,
                                            KoyomiLanguage   language,
                                            GError         **error) G_GNUC_WARN_UNUSED_RESULT;
char       *koyomi_session_name_provable   (KoyomiSession   *session,
                                            KoyomiRecord    *row,
                                            KoyomiLanguage   language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
