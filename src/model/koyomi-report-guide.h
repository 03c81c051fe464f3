#pragma once

#include "koyomi-record.h"

G_BEGIN_DECLS

/* The questions by which it is decided whether an incident must be reported. A guide proposes; a person decides. Not legal advice. */
typedef enum
{
  KOYOMI_REPORT_GUIDE_APPI,
  KOYOMI_REPORT_GUIDE_GDPR,
  KOYOMI_REPORT_GUIDE_NIS2,
  KOYOMI_REPORT_GUIDE_DORA,
  KOYOMI_REPORT_GUIDE_GENERIC,   /* any other duty: does it hold for us, and has it happened? */
} KoyomiReportGuide;

#define KOYOMI_N_REPORT_GUIDES 5
#define KOYOMI_MAX_QUESTIONS 8

typedef enum
{
  KOYOMI_ANSWER_UNKNOWN,
  KOYOMI_ANSWER_NO,
  KOYOMI_ANSWER_YES,
} KoyomiAnswer;

/* What a question asks for. */
typedef enum
{
  KOYOMI_QUESTION_YES_NO,
  KOYOMI_QUESTION_NUMBER,   /* answered by koyomi_report_answers_set_number() */
} KoyomiQuestionKind;

typedef enum
{
  KOYOMI_JUDGEMENT_OPEN,             /* the answers do not settle it */
  KOYOMI_JUDGEMENT_APPLIES,
  KOYOMI_JUDGEMENT_NOT_APPLICABLE,
} KoyomiJudgement;

/* The answers to the questions of a guide, each by its index. */
typedef struct
{
  KoyomiReportGuide guide;
  KoyomiAnswer      answers[KOYOMI_MAX_QUESTIONS];
  gint64            people;      /* -1: not known */
} KoyomiReportAnswers;

KoyomiReportGuide   koyomi_report_guide_of              (KoyomiRecord              *clock);
const char         *koyomi_report_guide_get_name        (KoyomiReportGuide          self,
                                                         KoyomiLanguage             language);
guint               koyomi_report_guide_get_n_questions (KoyomiReportGuide          self);
KoyomiQuestionKind  koyomi_report_guide_get_kind        (KoyomiReportGuide          self,
                                                         guint                      question);
const char         *koyomi_report_guide_get_question    (KoyomiReportGuide          self,
                                                         guint                      question,
                                                         KoyomiLanguage             language);
const char         *koyomi_report_guide_get_help        (KoyomiReportGuide          self,
                                                         guint                      question,
                                                         KoyomiLanguage             language);

KoyomiReportAnswers koyomi_report_answers_start         (KoyomiReportGuide          guide,
                                                         KoyomiRecord              *incident);
KoyomiReportAnswers koyomi_report_answers_parse         (KoyomiReportGuide          guide,
                                                         const char                *text);
char               *koyomi_report_answers_format        (const KoyomiReportAnswers *self) G_GNUC_WARN_UNUSED_RESULT;
void                koyomi_report_answers_set_number    (KoyomiReportAnswers       *self,
                                                         guint                      question,
                                                         gint64                     number);
void                koyomi_report_answers_store         (const KoyomiReportAnswers *self,
                                                         KoyomiRecord              *incident);
KoyomiJudgement     koyomi_report_answers_judge         (const KoyomiReportAnswers *self,
                                                         KoyomiRecord              *clock);
char               *koyomi_report_answers_dup_reason    (const KoyomiReportAnswers *self,
                                                         KoyomiLanguage             language) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
